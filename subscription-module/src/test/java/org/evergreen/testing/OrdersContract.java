package org.evergreen.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.OrderRequest;
import org.evergreen.storefront.OrderSummary;
import org.evergreen.storefront.Orders;
import org.evergreen.storefront.Placement;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.Quote;
import org.evergreen.storefront.QuoteLine;
import org.evergreen.storefront.QuoteRequest;
import org.evergreen.storefront.SkuId;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/**
 * What every host's {@link Orders} must do. A host extends this class and says what it sells. All
 * amounts are in the currency of {@link #agreedPrice()}, which must not be today's price.
 */
public abstract class OrdersContract {

  private static final Instant PAID_AT = Instant.parse("2026-03-29T01:30:00Z");

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

  @Test
  protected void quoteKeepsTheAgreedPriceAndItsPartsAddUp() {
    Quote.Priced quote = priced(physical("q", 2));
    assertThat(quote.reference()).isEqualTo("q");
    assertThat(quote.lines()).hasSize(1);
    assertThat(quote.lines().get(0).key()).isEqualTo("line-1");
    assertThat(quote.lines().get(0).amount()).isEqualTo(agreedPrice().multipliedBy(2));
    assertThat(quote.lines().get(0).tax().isNegative()).isFalse();
    assertThat(quote.total())
        .isEqualTo(
            agreedPrice()
                .multipliedBy(2)
                .plus(quote.lines().get(0).tax())
                .plus(quote.shipping())
                .plus(quote.shippingTax()));
  }

  @Test
  protected void whatShipsCostsShipping() {
    assertThat(priced(physical("q", 2)).shipping()).isEqualTo(shippingOfTwo());
  }

  @Test
  protected void whatDoesNotShipNeedsNoAddressAndCostsNoShipping() {
    Quote.Priced quote = priced(virtual("q", 3));
    assertThat(quote.shipping().isZero()).isTrue();
    assertThat(quote.shippingTax().isZero()).isTrue();
    assertThat(quote.lines().get(0).amount()).isEqualTo(agreedPrice().multipliedBy(3));
  }

  @Test
  protected void whatShipsIsRefusedWithoutAnAddress() {
    QuoteRequest request = request("q", Optional.empty(), line("line-1", physicalSku(), 1));
    assertThat(refused(orders().quote(List.of(request)).get(0)).reason()).isNotBlank();
  }

  @Test
  protected void cartBeforeSignInIsPriced() {
    QuoteRequest signedIn = virtual("q", 1);
    QuoteRequest anonymous =
        new QuoteRequest(
            "q", Optional.empty(), signedIn.currency(), Optional.empty(), signedIn.lines());
    assertThat(priced(anonymous).lines().get(0).amount()).isEqualTo(agreedPrice());
  }

  @Test
  protected void everyLineOfAQuoteIsPricedUnderItsKey() {
    QuoteRequest request =
        request(
            "q",
            Optional.of(address()),
            line("a", physicalSku(), 1),
            line("b", virtualSku(), 2),
            line("c", physicalSku(), 3));
    assertThat(priced(request).lines())
        .extracting(Quote.PricedLine::key, Quote.PricedLine::amount)
        .containsExactlyInAnyOrder(
            tuple("a", agreedPrice()),
            tuple("b", agreedPrice().multipliedBy(2)),
            tuple("c", agreedPrice().multipliedBy(3)));
  }

  @Test
  protected void freeLineIsPricedAtZero() {
    QuoteLine free =
        new QuoteLine("free", virtualSku(), 1, Money.zero(agreedPrice().getCurrencyUnit()));
    assertThat(priced(request("q", Optional.empty(), free)).total().isZero()).isTrue();
  }

  @Test
  protected void badRequestsAreRefusedWithAReasonAndDisturbNoOthers() {
    List<QuoteRequest> requests =
        List.of(
            virtual("good-1", 1),
            request("unknown", Optional.empty(), line("l", new SkuId("no-such-sku"), 1)),
            request(
                "unknown-number",
                Optional.empty(),
                line("l", new SkuId("99999999999999999999999"), 1)),
            request("unsellable", Optional.of(address()), line("l", unsellableSku(), 1)),
            physical("good-2", 1));
    List<Quote> quotes = orders().quote(requests);
    assertThat(quotes)
        .extracting(Quote::reference)
        .containsExactly("good-1", "unknown", "unknown-number", "unsellable", "good-2");
    assertThat(quotes.get(0)).isInstanceOf(Quote.Priced.class);
    assertThat(refused(quotes.get(1)).reason()).contains("no-such-sku");
    assertThat(refused(quotes.get(2)).reason()).isNotBlank();
    assertThat(refused(quotes.get(3)).reason()).isNotBlank();
    assertThat(quotes.get(4)).isInstanceOf(Quote.Priced.class);
  }

  @Test
  protected void quoteKeepsNothing() {
    long before = keptOrders();
    priced(physical("q", 2));
    assertThat(keptOrders()).isEqualTo(before);
    assertThat(orders().quote(List.of())).isEmpty();
  }

  @Test
  protected void placedOrderIsListedWithExactlyWhatWasCharged() {
    Placement.Placed placed = place(order(physical("q", 2)));
    OrderSummary summary = orders().summaries(List.of(placed.order())).get(placed.order());
    assertThat(summary.id()).isEqualTo(placed.order());
    assertThat(summary.number()).isEqualTo(placed.number()).isNotBlank();
    assertThat(summary.total()).isEqualTo(priced(physical("q", 2)).total());
    assertThat(summary.placedAt()).isEqualTo(PAID_AT);
    assertThat(summary.status()).isNotBlank();
  }

  @Test
  protected void placedOrderStartsNoSubscriptions() {
    assertThat(isMarkedAsRenewal(place(order(virtual("q", 1))).order())).isTrue();
  }

  @Test
  protected void placingTwiceGivesTheFirstOrder() {
    long before = keptOrders();
    OrderRequest order = order(physical("q", 1));
    Placement.Placed first = place(order);
    assertThat(place(order)).isEqualTo(first);
    assertThat(keptOrders()).isEqualTo(before + 1);
  }

  @Test
  protected void placingAtTheSameMomentGivesOneOrder() {
    long before = keptOrders();
    OrderRequest order = order(virtual("q", 1));
    List<Placement> placements = Concurrently.call(4, () -> orders().place(List.of(order)).get(0));
    assertThat(placements.stream().distinct()).hasSize(1);
    assertThat(placements.get(0)).isInstanceOf(Placement.Placed.class);
    assertThat(keptOrders()).isEqualTo(before + 1);
  }

  @Test
  protected void ordersArePlacedInTheOrderOfTheRequests() {
    List<OrderRequest> requests =
        IntStream.range(0, 3).mapToObj(number -> order(virtual("q" + number, 1))).toList();
    List<Placement> placements = orders().place(requests);
    assertThat(placements)
        .extracting(Placement::reference)
        .isEqualTo(requests.stream().map(OrderRequest::reference).toList());
    assertThat(placements).allMatch(Placement.Placed.class::isInstance);
    assertThat(placements.stream().map(placement -> ((Placement.Placed) placement).order()))
        .doesNotHaveDuplicates();
    assertThat(orders().place(List.of())).isEmpty();
  }

  @Test
  protected void orderOfAnUnknownCustomerIsRefusedAndDisturbsNoOthers() {
    QuoteRequest known = virtual("q", 1);
    QuoteRequest unknown =
        new QuoteRequest(
            "q",
            Optional.of(new CustomerId("no-such-customer")),
            known.currency(),
            Optional.empty(),
            known.lines());
    List<OrderRequest> requests = new ArrayList<>();
    requests.add(order(unknown, priced(known)));
    requests.add(order(known));
    long before = keptOrders();
    List<Placement> placements = orders().place(requests);
    assertThat(placements.get(0))
        .isInstanceOfSatisfying(
            Placement.Refused.class,
            refused -> {
              assertThat(refused.reference()).isEqualTo(requests.get(0).reference());
              assertThat(refused.reason()).isNotBlank();
            });
    assertThat(placements.get(1)).isInstanceOf(Placement.Placed.class);
    assertThat(keptOrders()).isEqualTo(before + 1);
  }

  @Test
  protected void orderWithNothingToPayIsPlaced() {
    Money zero = Money.zero(agreedPrice().getCurrencyUnit());
    QuoteRequest free =
        request("q", Optional.empty(), new QuoteLine("line-1", virtualSku(), 1, zero));
    OrderRequest order =
        new OrderRequest("renewal-" + UUID.randomUUID(), free, priced(free), "none", "", PAID_AT);
    Placement.Placed placed = place(order);
    assertThat(orders().summaries(List.of(placed.order())).get(placed.order()).total().isZero())
        .isTrue();
  }

  @Test
  protected void unknownOrdersAreLeftOutOfSummaries() {
    OrderId known = place(order(virtual("q", 1))).order();
    assertThat(
            orders()
                .summaries(
                    List.of(
                        new OrderId("no-such-order"),
                        new OrderId("-1"),
                        new OrderId("99999999999999999999999"),
                        known)))
        .containsOnlyKeys(known);
    assertThat(orders().summaries(List.of())).isEmpty();
  }

  private QuoteRequest physical(String reference, int quantity) {
    return request(reference, Optional.of(address()), line("line-1", physicalSku(), quantity));
  }

  private QuoteRequest virtual(String reference, int quantity) {
    return request(reference, Optional.empty(), line("line-1", virtualSku(), quantity));
  }

  private QuoteRequest request(
      String reference, Optional<PostalAddress> shipTo, QuoteLine... lines) {
    return new QuoteRequest(
        reference,
        Optional.of(customer()),
        agreedPrice().getCurrencyUnit(),
        shipTo,
        List.of(lines));
  }

  private QuoteLine line(String key, SkuId sku, int quantity) {
    return new QuoteLine(key, sku, quantity, agreedPrice());
  }

  private OrderRequest order(QuoteRequest request) {
    return order(request, priced(request));
  }

  private static OrderRequest order(QuoteRequest request, Quote.Priced quote) {
    String reference = "renewal-" + UUID.randomUUID();
    return new OrderRequest(reference, request, quote, "sandbox", "paid-" + reference, PAID_AT);
  }

  private Quote.Priced priced(QuoteRequest request) {
    Quote quote = orders().quote(List.of(request)).get(0);
    assertThat(quote).isInstanceOf(Quote.Priced.class);
    return (Quote.Priced) quote;
  }

  private static Quote.Refused refused(Quote quote) {
    assertThat(quote).isInstanceOf(Quote.Refused.class);
    return (Quote.Refused) quote;
  }

  private Placement.Placed place(OrderRequest order) {
    Placement placement = orders().place(List.of(order)).get(0);
    assertThat(placement).isInstanceOf(Placement.Placed.class);
    assertThat(placement.reference()).isEqualTo(order.reference());
    return (Placement.Placed) placement;
  }
}
