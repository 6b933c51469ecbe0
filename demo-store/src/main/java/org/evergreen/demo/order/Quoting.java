package org.evergreen.demo.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.evergreen.storefront.Quote;
import org.evergreen.storefront.QuoteLine;
import org.evergreen.storefront.QuoteRequest;
import org.evergreen.storefront.SkuId;

/** Answers requests for prices from facts that were read before. */
final class Quoting {

  private final OrderPricing pricing;
  private final Map<SkuId, SkuFacts> skus;

  Quoting(OrderPricing pricing, Map<SkuId, SkuFacts> skus) {
    this.pricing = pricing;
    this.skus = skus;
  }

  /** The price, or why there is none. */
  Quote quote(QuoteRequest request) {
    return obstacle(request)
        .<Quote>map(reason -> new Quote.Refused(request.reference(), reason))
        .orElseGet(() -> priced(request));
  }

  private Quote priced(QuoteRequest request) {
    List<GoodsLine> lines = request.lines().stream().map(this::goods).toList();
    PricedGoods goods = pricing.price(request.currency(), request.shipTo(), lines);
    return new Quote.Priced(
        request.reference(), goods.lines(), goods.shipping(), goods.shippingTax(), goods.total());
  }

  private GoodsLine goods(QuoteLine line) {
    SkuFacts sku = skus.get(line.sku());
    return new GoodsLine(
        line.key(),
        line.price(),
        sku.taxClass(),
        sku.kind().ships() && line.shippingCharged(),
        Optional.empty());
  }

  private Optional<String> obstacle(QuoteRequest request) {
    if (request.lines().isEmpty()) {
      return Optional.of("The order has no lines");
    }
    return request.lines().stream().flatMap(line -> obstacle(request, line)).findFirst();
  }

  private Stream<String> obstacle(QuoteRequest request, QuoteLine line) {
    SkuFacts sku = skus.get(line.sku());
    if (sku == null) {
      return Stream.of("The product with SKU " + line.sku() + " is no longer in the catalog");
    }
    if (!sku.sellable()) {
      return Stream.of(sku.name() + " is not for sale at the moment");
    }
    if (!line.unitPrice().getCurrencyUnit().equals(request.currency())) {
      return Stream.of(
          sku.name()
              + " is priced in "
              + line.unitPrice().getCurrencyUnit()
              + ", the order in "
              + request.currency());
    }
    if (sku.kind().ships() && request.shipTo().isEmpty()) {
      return Stream.of(sku.name() + " has to be sent and there is no address to send it to");
    }
    return line.quantity() < 1
        ? Stream.of("The quantity of " + sku.name() + " is " + line.quantity())
        : Stream.empty();
  }
}
