package org.evergreen.broadleaf.order;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadleafcommerce.common.currency.domain.BroadleafCurrency;
import org.broadleafcommerce.common.currency.service.BroadleafCurrencyService;
import org.broadleafcommerce.common.locale.service.LocaleService;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.pricing.service.exception.PricingException;
import org.broadleafcommerce.core.workflow.WorkflowException;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.service.CustomerService;
import org.evergreen.broadleaf.Keys;
import org.evergreen.storefront.QuoteLine;
import org.evergreen.storefront.QuoteRequest;

/**
 * Makes orders without a browser and lets Broadleaf price them: tax and shipping as the shop has
 * them, the lines at the agreed prices.
 */
public class Drafts {

  private final OrderService orders;
  private final CustomerService customers;
  private final BroadleafCurrencyService currencies;
  private final LocaleService locales;
  private final DraftLines lines;
  private final OrderAddresses addresses;
  private final Shipping shipping;
  private final FreeShipping freeShipping;

  public Drafts(
      OrderService orders,
      CustomerService customers,
      BroadleafCurrencyService currencies,
      LocaleService locales,
      DraftLines lines,
      OrderAddresses addresses,
      Shipping shipping,
      FreeShipping freeShipping) {
    this.orders = orders;
    this.customers = customers;
    this.currencies = currencies;
    this.locales = locales;
    this.lines = lines;
    this.addresses = addresses;
    this.shipping = shipping;
    this.freeShipping = freeShipping;
  }

  /**
   * A priced order; call it in a transaction.
   *
   * @param reference is kept with the order as its mark
   * @throws OrderNotPossibleException if it cannot be sold as it stands
   */
  Draft make(QuoteRequest request, String reference) {
    try {
      Order order = begin(request, reference);
      Map<String, List<Long>> items = new LinkedHashMap<>();
      for (QuoteLine line : request.lines()) {
        items.put(line.key(), lines.add(order, line));
      }
      if (shipping.isNeeded(order)) {
        freeShipping.give(order, shippedFree(request, items));
        shipping.send(order, addresses.save(request.shipTo().orElseThrow(Drafts::noAddress)));
      }
      return new Draft(orders.save(order, true), items);
    } catch (PricingException | WorkflowException e) {
      throw OrderNotPossibleException.broadleafSays(e);
    }
  }

  private static Set<Long> shippedFree(QuoteRequest request, Map<String, List<Long>> items) {
    Set<Long> free = new HashSet<>();
    request.lines().stream()
        .filter(line -> !line.shippingCharged())
        .forEach(line -> free.addAll(items.get(line.key())));
    return free;
  }

  private Order begin(QuoteRequest request, String reference) throws PricingException {
    BroadleafCurrency currency = currencies.findCurrencyByCode(request.currency().getCode());
    if (currency == null) {
      throw OrderNotPossibleException.because("The shop does not sell in " + request.currency());
    }
    Customer customer = request.customer().isPresent() ? known(request) : stranger();
    Order order = orders.createNamedOrderForCustomer("Subscription", customer);
    order.setCurrency(currency);
    order.setLocale(locales.findDefaultLocale());
    order.setEmailAddress(customer.getEmailAddress());
    RenewalMark.put(order, reference);
    return orders.save(order, false);
  }

  private Customer known(QuoteRequest request) {
    String id = request.customer().orElseThrow().value();
    Customer customer =
        Keys.number(id).stream()
            .mapToObj(customers::readCustomerById)
            .filter(found -> found != null)
            .findFirst()
            .orElseThrow(() -> OrderNotPossibleException.because("The shop has no customer " + id));
    return customer;
  }

  private Customer stranger() {
    return customers.saveCustomer(customers.createNewCustomer(), false);
  }

  private static OrderNotPossibleException noAddress() {
    return OrderNotPossibleException.because("There is no address to ship to");
  }
}
