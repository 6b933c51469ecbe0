package org.evergreen.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.usd;
import static org.evergreen.testing.PaidOrderBuilder.order;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.money.Percentage;
import org.evergreen.money.Working;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.Discounts;
import org.evergreen.subscription.LinePayment;
import org.evergreen.subscription.LineTerm;
import org.evergreen.subscription.LineTerms;
import org.evergreen.subscription.PendingCommands;
import org.evergreen.subscription.Recipient;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.subscription.Workings;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.RecurringDiscount;
import org.evergreen.terms.RecurringDiscount.Reduction;
import org.evergreen.testing.TestShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a first order does for its subscriptions: unpaid, late, given, reduced, prorated. */
class FirstOrderTest {

  private static final Instant PLACED = Instant.parse("2026-04-19T10:00:00Z");
  private static final CustomerId ADA = new CustomerId("ada");
  private static final AlignmentDay FIRST = new AlignmentDay.DayOfMonth(1);

  private static TestShop shop;
  private static SubscriptionCheckout checkout;
  private static Sku coffee;

  @BeforeAll
  static void open() {
    shop = TestShop.in("Europe/Berlin", "2026-04-19T10:00:00Z");
    checkout = shop.get(SubscriptionCheckout.class);
    coffee = shop.storefront().product("Coffee", ProductKind.PHYSICAL, "12.00");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @BeforeEach
  void empty() {
    shop.empty();
    shop.clock().set(PLACED);
  }

  @Test
  void unpaidOrderWaitsAndRunsOnceItIsPaid() {
    PaidOrder placed = order("order-1", ADA, PLACED).with(coffee, 1, monthly("10")).build();
    List<SubscriptionId> waiting = checkout.onOrderPlaced(placed);
    assertThat(checkout.onOrderPlaced(placed)).isEqualTo(waiting);
    assertThat(find(waiting.get(0)).status()).isEqualTo(SubscriptionStatus.PENDING);

    Instant paid = PLACED.plus(Duration.ofDays(2));
    shop.clock().set(paid);
    PaidOrder late =
        order("order-1", ADA, paid).pricedAt(PLACED).with(coffee, 1, monthly("10")).build();
    assertThat(checkout.onOrderPaid(late)).isEqualTo(waiting);
    assertThat(checkout.onOrderPaid(late)).isEqualTo(waiting);
    Subscription running = find(waiting.get(0));
    assertThat(running.status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(running.startedAt()).isEqualTo(paid);
    assertThat(running.nextPaymentAt()).contains(Instant.parse("2026-05-21T10:00:00Z"));
  }

  @Test
  void cancelledOrderCancelsWhatWaitsAndLeavesWhatRuns() {
    PaidOrder placed = order("order-1", ADA, PLACED).with(coffee, 1, monthly("10")).build();
    SubscriptionId waiting = checkout.onOrderPlaced(placed).get(0);
    checkout.onOrderCancelled(placed.order(), Actor.shopper(), "No longer wanted");
    checkout.onOrderCancelled(placed.order(), Actor.shopper(), "No longer wanted");
    assertThat(find(waiting).status()).isEqualTo(SubscriptionStatus.CANCELLED);

    PaidOrder paid = order("order-2", ADA, PLACED).with(coffee, 1, monthly("10")).build();
    SubscriptionId running = checkout.onOrderPaid(paid).get(0);
    checkout.onOrderCancelled(new OrderId("order-2"), Actor.shopper(), "No longer wanted");
    assertThat(find(running).status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void orderThatIsPaidAfterItWasGivenUpStartsAnewOnce() {
    PaidOrder placed = order("order-1", ADA, PLACED).with(coffee, 1, monthly("10")).build();
    SubscriptionId waiting = checkout.onOrderPlaced(placed).get(0);
    shop.clock().advance(Duration.ofDays(8));
    shop.get(PendingCommands.class).cancelUnpaidDue();
    assertThat(find(waiting).status()).isEqualTo(SubscriptionStatus.CANCELLED);

    PaidOrder late =
        order("order-1", ADA, shop.time().now()).with(coffee, 1, monthly("10")).build();
    List<SubscriptionId> started = checkout.onOrderPaid(late);
    assertThat(started).hasSize(1).doesNotContain(waiting);
    assertThat(find(started.get(0)).status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(checkout.onOrderPaid(late)).containsExactlyInAnyOrder(waiting, started.get(0));
  }

  @Test
  void giftShipsToItsRecipientAndNamesHim() {
    PostalAddress there =
        new PostalAddress("Bo", "9 Brook Street", "", "Utica", "NY", "13501", "US", "");
    Recipient bo = new Recipient("bo@example.com", "Bo");
    List<SubscriptionId> started =
        checkout.onOrderPaid(
            order("order-1", ADA, PLACED)
                .with(coffee, 1, monthly("10"))
                .gift(coffee, monthly("10"), new Gift(bo, Optional.of(there)))
                .build());
    assertThat(started).hasSize(2);
    Subscription given = find(started.get(1));
    assertThat(given.customer()).isEqualTo(ADA);
    assertThat(given.recipient()).contains(bo);
    assertThat(shop.get(Addresses.class).byId(List.of(given.shipTo().orElseThrow())))
        .containsValue(there);
    assertThat(find(started.get(0)).recipient()).isEmpty();
  }

  @Test
  void firstAmountIsExplainedAndKeptForChangesWithinTheTerm() {
    SubscriptionId id =
        checkout
            .onOrderPaid(
                order("order-1", ADA, PLACED)
                    .reduced(
                        coffee,
                        2,
                        monthly("10.50").proratedTo(FIRST).signUpFee("2.10"),
                        usd("1.26"))
                    .build())
            .get(0);
    Working working = shop.get(Workings.class).find(id, "start").orElseThrow();
    assertThat(working.lines())
        .extracting(line -> line.amount().orElseThrow())
        .containsExactly(usd("8.40"), usd("4.20"), usd("-1.26"), usd("11.34"));
    LineTerm term =
        shop.get(LineTerms.class).of(find(id)).values().stream().findFirst().orElseThrow();
    assertThat(term.payment())
        .isEqualTo(new LinePayment(usd("7.56").toBigMoney().withScale(12), 30));
    assertThat(shop.time().dateOf(find(id).nextPaymentAt().orElseThrow())).isEqualTo("2026-05-01");
  }

  @Test
  void fullFirstPaymentIsForTheDaysOfItsTerm() {
    SubscriptionId id =
        checkout
            .onOrderPaid(order("order-1", ADA, PLACED).with(coffee, 1, monthly("10")).build())
            .get(0);
    LineTerm term =
        shop.get(LineTerms.class).of(find(id)).values().stream().findFirst().orElseThrow();
    assertThat(term.payment().cycleDays()).isEqualByComparingTo("30");
    assertThat(term.payment().paid().getAmount()).isEqualByComparingTo(BigDecimal.TEN);
  }

  @Test
  void discountsGoOnForThePaymentsThatAreLeft() {
    SubscriptionId id =
        checkout
            .onOrderPaid(
                order("order-1", ADA, PLACED)
                    .with(coffee, 1, monthly("10"))
                    .discount(percent(20, OptionalInt.of(3)), "coupon-THREE")
                    .discount(percent(30, OptionalInt.of(1)), "coupon-ONE")
                    .discount(percent(5, OptionalInt.empty()), "coupon-FRIEND")
                    .build())
            .get(0);
    assertThat(shop.get(Discounts.class).running(id))
        .extracting(Discounts.Running::discount)
        .containsExactly(percent(20, OptionalInt.of(2)), percent(5, OptionalInt.empty()));
  }

  private static RecurringDiscount percent(int percent, OptionalInt payments) {
    return new RecurringDiscount(
        percent + "% off", new Reduction.Percent(Percentage.of("" + percent)), payments);
  }

  private static Subscription find(SubscriptionId id) {
    return shop.get(SubscriptionQueries.class).find(id).orElseThrow();
  }
}
