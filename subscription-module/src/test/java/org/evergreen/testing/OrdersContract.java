package org.evergreen.testing;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.evergreen.storefront.Quote;
import org.evergreen.storefront.QuoteLine;
import org.evergreen.storefront.QuoteRequest;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/**
 * What every host's {@link Orders} must do. A host extends this class and says what it sells. All
 * amounts are in the currency of {@link #agreedPrice()}, which must not be today's price.
 */
public abstract class OrdersContract extends QuotesContract {

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

  @Test
  protected void orderThatCreditPaidForIsListedWithItsWholeTotal() {
    QuoteRequest request = virtual("q", 2);
    Quote.Priced quote = priced(request);
    Money part = Money.ofMinor(quote.total().getCurrencyUnit(), 1);
    for (Money credit : List.of(part, quote.total())) {
      String reference = "renewal-" + UUID.randomUUID();
      boolean charged = credit.isLessThan(quote.total());
      Placement.Placed placed =
          place(
              new OrderRequest(
                  reference,
                  request,
                  quote,
                  credit,
                  charged ? "sandbox" : "none",
                  charged ? "paid-" + reference : "",
                  PAID_AT));
      assertThat(orders().summaries(List.of(placed.order())).get(placed.order()).total())
          .isEqualTo(quote.total());
    }
  }
}
