package org.evergreen.demo.order;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.OrderRequest;
import org.evergreen.storefront.OrderSummary;
import org.evergreen.storefront.Orders;
import org.evergreen.storefront.Placement;
import org.evergreen.storefront.Quote;
import org.evergreen.storefront.QuoteLine;
import org.evergreen.storefront.QuoteRequest;
import org.evergreen.storefront.SkuId;
import org.springframework.stereotype.Component;

/** The engine's view of the store's orders; a batch costs the same few statements as one. */
@Component
class DemoOrders implements Orders {

  private final PriceBook prices;
  private final RenewalOrders renewals;
  private final OrderBook book;

  DemoOrders(PriceBook prices, RenewalOrders renewals, OrderBook book) {
    this.prices = prices;
    this.renewals = renewals;
    this.book = book;
  }

  @Override
  public List<Quote> quote(List<QuoteRequest> requests) {
    List<SkuId> skus =
        requests.stream().flatMap(request -> request.lines().stream()).map(QuoteLine::sku).toList();
    Quoting quoting = new Quoting(prices.pricing(), prices.skus(skus));
    return requests.stream().map(quoting::quote).toList();
  }

  @Override
  public List<Placement> place(List<OrderRequest> orders) {
    return renewals.place(orders);
  }

  @Override
  public Map<OrderId, OrderSummary> summaries(Collection<OrderId> ids) {
    return book.summaries(ids);
  }
}
