package org.evergreen.broadleaf.order;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.evergreen.broadleaf.Amounts;
import org.evergreen.broadleaf.Keys;
import org.evergreen.broadleaf.persistence.Apart;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.OrderRequest;
import org.evergreen.storefront.OrderSummary;
import org.evergreen.storefront.Orders;
import org.evergreen.storefront.Placement;
import org.evergreen.storefront.Quote;
import org.evergreen.storefront.QuoteRequest;
import org.joda.money.CurrencyUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine's view of Broadleaf's orders. */
public class BroadleafOrders implements Orders {

  private static final Logger log = LoggerFactory.getLogger(BroadleafOrders.class);

  private final Drafts drafts;
  private final RenewalOrders renewals;
  private final OrderService orders;
  private final Apart apart;

  public BroadleafOrders(Drafts drafts, RenewalOrders renewals, OrderService orders, Apart apart) {
    this.drafts = drafts;
    this.renewals = renewals;
    this.orders = orders;
    this.apart = apart;
  }

  @Override
  public List<Quote> quote(List<QuoteRequest> requests) {
    return requests.stream().map(this::quote).toList();
  }

  private Quote quote(QuoteRequest request) {
    try {
      return apart.call(
          status -> {
            // Broadleaf prices only orders that it has stored: this one is taken back.
            status.setRollbackOnly();
            return PricedDraft.quote(request, drafts.make(request, request.reference()));
          });
    } catch (OrderNotPossibleException refused) {
      return new Quote.Refused(request.reference(), refused.getMessage());
    } catch (RuntimeException e) {
      log.warn("Broadleaf could not price {}", request.reference(), e);
      String reason = OrderNotPossibleException.broadleafSays(e).getMessage();
      return new Quote.Refused(request.reference(), reason);
    }
  }

  @Override
  public List<Placement> place(List<OrderRequest> requests) {
    return requests.stream().map(this::place).toList();
  }

  private Placement place(OrderRequest request) {
    try {
      return renewals.place(request);
    } catch (OrderNotPossibleException refused) {
      return new Placement.Refused(request.reference(), refused.getMessage());
    } catch (RuntimeException e) {
      log.warn("Broadleaf could not place {}", request.reference(), e);
      String reason = OrderNotPossibleException.broadleafSays(e).getMessage();
      return new Placement.Refused(request.reference(), reason);
    }
  }

  @Override
  public Map<OrderId, OrderSummary> summaries(Collection<OrderId> ids) {
    List<Long> numbers = Keys.numbers(ids, OrderId::value);
    if (numbers.isEmpty()) {
      return Map.of();
    }
    return apart.call(
        status ->
            orders.findOrdersByIds(numbers).stream()
                .filter(order -> order.getSubmitDate() != null)
                .map(BroadleafOrders::summary)
                .collect(Collectors.toMap(OrderSummary::id, summary -> summary)));
  }

  private static OrderSummary summary(Order order) {
    CurrencyUnit currency = CurrencyUnit.of(order.getCurrency().getCurrencyCode());
    return new OrderSummary(
        new OrderId(order.getId().toString()),
        order.getOrderNumber(),
        Instant.ofEpochMilli(order.getSubmitDate().getTime()),
        Amounts.orZero(order.getTotal(), currency),
        order.getStatus().getFriendlyType());
  }
}
