package org.evergreen.broadleaf.tryout.site;

import java.util.List;
import java.util.Optional;
import org.broadleafcommerce.core.checkout.service.CheckoutService;
import org.broadleafcommerce.core.checkout.service.exception.CheckoutException;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.pricing.service.exception.PricingException;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.domain.CustomerAddress;
import org.broadleafcommerce.profile.core.service.CustomerAddressService;
import org.broadleafcommerce.profile.web.core.CustomerState;
import org.evergreen.broadleaf.checkout.PaymentResult;
import org.evergreen.broadleaf.checkout.StoredMethodPayment;
import org.evergreen.broadleaf.order.OrderAddresses;
import org.evergreen.broadleaf.order.Shipping;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.site.selfservice.TakeCard;
import org.evergreen.storefront.PostalAddress;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Takes a cart to an order, through Broadleaf's checkout workflow. */
@Component
class CheckoutDesk {

  private final Carts carts;
  private final Shipping shipping;
  private final OrderAddresses addresses;
  private final CustomerAddressService addressBook;
  private final CheckoutCards cards;
  private final StoredMethodPayment payment;
  private final CheckoutService checkout;

  CheckoutDesk(
      Carts carts,
      Shipping shipping,
      OrderAddresses addresses,
      @Qualifier("blCustomerAddressService") CustomerAddressService addressBook,
      CheckoutCards cards,
      StoredMethodPayment payment,
      @Qualifier("blCheckoutService") CheckoutService checkout) {
    this.carts = carts;
    this.shipping = shipping;
    this.addresses = addresses;
    this.addressBook = addressBook;
    this.cards = cards;
    this.payment = payment;
    this.checkout = checkout;
  }

  /** Whether the cart ships and it is not known where to; a known address is filled in. */
  boolean needsAddress(Order cart) throws PricingException {
    if (!shipping.isNeeded(cart) || CartViews.address(cart).isPresent()) {
      return false;
    }
    List<CustomerAddress> known =
        addressBook.readActiveCustomerAddressesByCustomerId(CustomerState.getCustomer().getId());
    if (known.isEmpty()) {
      return true;
    }
    shipping.send(cart, known.get(known.size() - 1).getAddress());
    carts.keep(cart);
    return false;
  }

  /** Sends the cart to a new address, which is remembered. */
  void sendTo(Order cart, PostalAddress postal) throws PricingException {
    CustomerAddress entry = addressBook.create();
    entry.setCustomer(CustomerState.getCustomer());
    entry.setAddress(addresses.save(postal));
    CustomerAddress saved = addressBook.saveCustomerAddress(entry);
    shipping.send(cart, saved.getAddress());
    carts.keep(cart);
  }

  /**
   * Pays the cart with a new card and places the order.
   *
   * @param card as {@link CheckoutCards#take} has it
   */
  Placing place(Order cart, String card) throws PricingException {
    Customer customer = CustomerState.getCustomer();
    cart.setEmailAddress(customer.getEmailAddress());
    TakeCard.Taken taken = cards.take(customer, card, cart);
    return taken instanceof TakeCard.Taken.Stored stored
        ? pay(cart, stored.method())
        : new Placing.Refused(((TakeCard.Taken.NotStored) taken).sentence());
  }

  private Placing pay(Order cart, PaymentMethod method) throws PricingException {
    PaymentResult paid = payment.pay(cart, method.id());
    if (paid instanceof PaymentResult.Declined declined) {
      return new Placing.Refused(declined.reason());
    }
    if (paid instanceof PaymentResult.Unknown) {
      return new Placing.Refused(
          "Your bank has not answered yet. You are not charged twice: please try again with the"
              + " same card in a minute.");
    }
    return new Placing.Placed(checkOut(cart).getOrderNumber());
  }

  private Order checkOut(Order cart) {
    try {
      Order order = checkout.performCheckout(cart).getOrder();
      carts.forget();
      return order;
    } catch (CheckoutException e) {
      throw new IllegalStateException("Broadleaf refused the checkout of " + cart.getId(), e);
    }
  }

  /** What became of an order. */
  sealed interface Placing {

    record Placed(String number) implements Placing {}

    record Refused(String reason) implements Placing {}
  }

  /** The order that was placed under a number. */
  Optional<Order> placed(String number) {
    return carts.placed(number);
  }
}
