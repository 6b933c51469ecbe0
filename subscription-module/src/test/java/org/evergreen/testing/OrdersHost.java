package org.evergreen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.OrderRequest;
import org.evergreen.storefront.Orders;
import org.evergreen.storefront.Placement;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.Quote;
import org.evergreen.storefront.QuoteLine;
import org.evergreen.storefront.QuoteRequest;
import org.evergreen.storefront.SkuId;
import org.joda.money.Money;

/** A host whose {@link Orders} are held to their contracts: what it sells, and how it is asked. */
abstract class OrdersHost {

  static final Instant PAID_AT = Instant.parse("2026-03-29T01:30:00Z");

  protected abstract Orders orders();

  protected abstract CustomerId customer();

  /** An address that the host ships to. */
  protected abstract PostalAddress address();

  protected abstract SkuId physicalSku();

  protected abstract SkuId virtualSku();

  /** A SKU that the host knows and does not sell. */
  protected abstract SkuId unsellableSku();

  /** A price for {@link #physicalSku()} and {@link #virtualSku()} that neither has today. */
  protected abstract Money agreedPrice();

  /** What the host takes for shipping two of {@link #physicalSku()}, before tax. */
  protected abstract Money shippingOfTwo();

  /** How many orders and carts the host keeps. */
  protected abstract long keptOrders();

  /** Whether the host knows that an order is a renewal and starts no subscriptions from it. */
  protected abstract boolean isMarkedAsRenewal(OrderId order);

  /** Whether the prices of its lines hold their tax. */
  protected boolean pricesIncludeTax() {
    return false;
  }

  QuoteRequest physical(String reference, int quantity) {
    return request(reference, Optional.of(address()), line("line-1", physicalSku(), quantity));
  }

  QuoteRequest virtual(String reference, int quantity) {
    return request(reference, Optional.empty(), line("line-1", virtualSku(), quantity));
  }

  QuoteRequest request(String reference, Optional<PostalAddress> shipTo, QuoteLine... lines) {
    return new QuoteRequest(
        reference,
        Optional.of(customer()),
        agreedPrice().getCurrencyUnit(),
        shipTo,
        List.of(lines));
  }

  QuoteLine line(String key, SkuId sku, int quantity) {
    return new QuoteLine(key, sku, quantity, agreedPrice());
  }

  OrderRequest order(QuoteRequest request) {
    return order(request, priced(request));
  }

  static OrderRequest order(QuoteRequest request, Quote.Priced quote) {
    String reference = "renewal-" + UUID.randomUUID();
    return new OrderRequest(reference, request, quote, "sandbox", "paid-" + reference, PAID_AT);
  }

  Quote.Priced priced(QuoteRequest request) {
    Quote quote = orders().quote(List.of(request)).get(0);
    assertThat(quote).isInstanceOf(Quote.Priced.class);
    return (Quote.Priced) quote;
  }

  static Quote.Refused refused(Quote quote) {
    assertThat(quote).isInstanceOf(Quote.Refused.class);
    return (Quote.Refused) quote;
  }

  Placement.Placed place(OrderRequest order) {
    Placement placement = orders().place(List.of(order)).get(0);
    assertThat(placement).isInstanceOf(Placement.Placed.class);
    assertThat(placement.reference()).isEqualTo(order.reference());
    return (Placement.Placed) placement;
  }

  /** The price of one line as the shopper agreed to it, in the terms of the host's prices. */
  Money paid(Quote.PricedLine line) {
    return pricesIncludeTax() ? line.amount().plus(line.tax()) : line.amount();
  }
}
