package org.evergreen.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.usd;
import static org.evergreen.testing.OfferBuilder.yearly;
import static org.evergreen.testing.PaidOrderBuilder.order;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.evergreen.plan.PlanId;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionEvent;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionLine;
import org.evergreen.subscription.SubscriptionListener;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.testing.Concurrently;
import org.evergreen.testing.FakeStorefront;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.TestShop;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriptionCheckoutTest {

  private static final Instant PAID = Instant.parse("2026-01-31T10:00:00.123456Z");
  private static final CustomerId ADA = new CustomerId("ada");

  private static TestShop shop;
  private static SubscriptionCheckout checkout;
  private static SubscriptionQueries queries;
  private static Listener listener;
  private static Sku coffee;
  private static Sku club;

  static class Listener implements SubscriptionListener {

    private final List<SubscriptionId> told = new CopyOnWriteArrayList<>();
    private volatile boolean failing;

    @Override
    public void started(List<Subscription> subscriptions) {
      subscriptions.forEach(subscription -> told.add(subscription.id()));
      if (failing) {
        throw new IllegalStateException("The listener could not write");
      }
    }
  }

  @BeforeAll
  static void open() {
    shop = TestShop.in("Europe/Berlin", "2026-01-31T10:00:00Z", Map.of(), Listener.class);
    checkout = shop.get(SubscriptionCheckout.class);
    queries = shop.get(SubscriptionQueries.class);
    listener = shop.get(Listener.class);
    coffee = shop.storefront().product("Coffee", ProductKind.PHYSICAL, "12.00");
    club = shop.storefront().product("Club", ProductKind.VIRTUAL, "60.00");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @BeforeEach
  void empty() {
    shop.empty();
    listener.told.clear();
    listener.failing = false;
  }

  @Test
  void eachGroupOfLinesStartsOneSubscriptionWithItsTerms() {
    List<SubscriptionId> started =
        checkout.onOrderPaid(
            order("order-1", ADA, PAID)
                .with(coffee, 2, monthly("10.00").plan(7, "Coffee club"))
                .with(club, 1, yearly("60.00").plan(8, "Club yearly"))
                .with(club, 1, monthly("5.00").plan(9, "Club monthly"))
                .with(coffee, 1)
                .build());
    assertThat(started).hasSize(2);
    Subscription monthly = queries.find(ADA, started.get(0)).orElseThrow();
    assertThat(monthly.lines())
        .extracting(SubscriptionLine::plan, SubscriptionLine::planName, SubscriptionLine::sku)
        .containsExactly(
            tuple(new PlanId(7), "Coffee club", coffee.id()),
            tuple(new PlanId(9), "Club monthly", club.id()));
    assertThat(monthly.lines())
        .extracting(SubscriptionLine::quantity, SubscriptionLine::amount)
        .containsExactly(tuple(2, usd("20.00")), tuple(1, usd("5.00")));
    assertThat(monthly.recurringAmount()).isEqualTo(usd("25.00"));
    assertThat(monthly.status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(monthly.startedAt()).isEqualTo(PAID);
    assertThat(monthly.lastPaymentAt()).contains(PAID);
    assertThat(monthly.nextPaymentAt()).contains(Instant.parse("2026-02-28T10:00:00.123456Z"));
    assertThat(monthly.nextCycle()).isEqualTo(1);
    assertThat(monthly.origin()).isEqualTo(new OrderId("order-1"));
    assertThat(queries.find(ADA, started.get(1)).orElseThrow().recurringAmount())
        .isEqualTo(usd("60.00"));
    assertThat(listener.told).containsExactlyElementsOf(started);
  }

  @Test
  void trialStartsWithoutAPayment() {
    SubscriptionId id = start("order-1", monthly("10").trial(14, DAY).payments(3));
    Subscription trial = queries.find(id).orElseThrow();
    assertThat(trial.status()).isEqualTo(SubscriptionStatus.TRIALING);
    assertThat(trial.trialEndsAt()).contains(Instant.parse("2026-02-14T10:00:00.123456Z"));
    assertThat(trial.nextPaymentAt()).isEqualTo(trial.trialEndsAt());
    assertThat(trial.lastPaymentAt()).isEmpty();
    assertThat(trial.paymentsLeft()).hasValue(3);
    assertThat(trial.nextCycle()).isZero();
  }

  @Test
  void addressIsKeptOnlyForWhatShips() {
    List<SubscriptionId> started =
        checkout.onOrderPaid(
            order("order-1", ADA, PAID)
                .with(coffee, 1, monthly("10"))
                .with(club, 1, yearly("60"))
                .build());
    Subscription ships = queries.find(started.get(0)).orElseThrow();
    assertThat(ships.ships()).isTrue();
    assertThat(shop.get(Addresses.class).byId(List.of(ships.shipTo().orElseThrow())))
        .containsValue(FakeStorefront.address());
    Subscription virtual = queries.find(started.get(1)).orElseThrow();
    assertThat(virtual.ships()).isFalse();
    assertThat(virtual.shipTo()).isEmpty();
  }

  @Test
  void startIsTheFirstEntryOfTheHistory() {
    SubscriptionId id = start("order-1", monthly("10"));
    assertThat(queries.history(id))
        .containsExactly(
            new SubscriptionEvent(
                id,
                PAID,
                Actor.shopper(),
                SubscriptionEvent.What.STARTED,
                Optional.empty(),
                SubscriptionStatus.ACTIVE,
                ""));
  }

  @Test
  void accountIsDueAtTheEarliestNextPayment() {
    start("order-1", yearly("60"));
    start("order-2", monthly("10"));
    assertThat(nextDueAt()).isEqualTo("2026-02-28T10:00:00.123456Z");
  }

  @Test
  void orderWithoutPlansLeavesNoTrace() {
    assertThat(checkout.onOrderPaid(order("order-1", ADA, PAID).with(coffee, 1).build())).isEmpty();
    assertThat(count("evergreen_billing_account")).isZero();
    assertThat(count("evergreen_address")).isZero();
  }

  @Test
  void secondCallForAnOrderAnswersTheSame() {
    List<SubscriptionId> first = twoGroups("order-1", PAID);
    assertThat(twoGroups("order-1", PAID.plusSeconds(90_000))).isEqualTo(first);
    assertThat(count("evergreen_subscription")).isEqualTo(2);
    assertThat(listener.told).hasSize(2);
    assertThat(twoGroups("order-2", PAID)).doesNotContainAnyElementsOf(first);
  }

  @Test
  void simultaneousCallsForAnOrderStartItOnce() {
    List<List<SubscriptionId>> answers = Concurrently.call(8, () -> twoGroups("order-1", PAID));
    assertThat(answers.stream().distinct()).hasSize(1);
    assertThat(answers.get(0)).hasSize(2);
    assertThat(count("evergreen_subscription")).isEqualTo(2);
    assertThat(count("evergreen_subscription_event")).isEqualTo(2);
    assertThat(count("evergreen_billing_account")).isEqualTo(1);
    assertThat(listener.told).hasSize(2);
  }

  @Test
  void listenerThatFailsUndoesTheStart() {
    listener.failing = true;
    assertThatThrownBy(() -> start("order-1", monthly("10")))
        .hasMessage("The listener could not write");
    List<Long> rows = new ArrayList<>();
    for (String table : List.of("subscription", "subscription_line", "subscription_event")) {
      rows.add(count("evergreen_" + table));
    }
    assertThat(rows).containsOnly(0L);
    listener.failing = false;
    assertThat(queries.find(start("order-1", monthly("10")))).isPresent();
  }

  @Test
  void lineInAnotherCurrencyStartsNothing() {
    PaidOrder dollars = order("order-1", ADA, PAID).with(coffee, 1, monthly("10")).build();
    PaidOrder euros =
        new PaidOrder(
            dollars.order(),
            ADA,
            CurrencyUnit.EUR,
            PAID,
            dollars.method(),
            dollars.shipTo(),
            dollars.lines());
    assertThatThrownBy(() -> checkout.onOrderPaid(euros))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Coffee costs USD 10.00 in a subscription paid in EUR");
    assertThat(count("evergreen_subscription")).isZero();
  }

  @Test
  void quantityBelowOneStartsNothing() {
    assertThatThrownBy(
            () ->
                checkout.onOrderPaid(
                    order("order-1", ADA, PAID).with(coffee, 0, monthly("10")).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("quantity of at least 1, not 0");
    assertThat(count("evergreen_subscription")).isZero();
  }

  @Test
  void longNameOfTheHostIsCut() {
    PaidOrder order = order("order-1", ADA, PAID).with(club, 1, monthly("1")).build();
    PaidLine line = order.lines().get(0);
    PaidLine longer =
        new PaidLine(
            line.key(), line.sku(), line.product(), "n".repeat(300), line.kind(), 1, line.offer());
    PaidOrder renamed =
        new PaidOrder(
            order.order(),
            ADA,
            order.currency(),
            PAID,
            order.method(),
            order.shipTo(),
            List.of(longer));
    SubscriptionId id = checkout.onOrderPaid(renamed).get(0);
    assertThat(queries.find(id).orElseThrow().lines().get(0).name()).isEqualTo("n".repeat(200));
  }

  private static SubscriptionId start(String order, OfferBuilder offer) {
    return checkout.onOrderPaid(order(order, ADA, PAID).with(club, 1, offer).build()).get(0);
  }

  private static List<SubscriptionId> twoGroups(String order, Instant paidAt) {
    return checkout.onOrderPaid(
        order(order, ADA, paidAt)
            .with(coffee, 2, monthly("10"))
            .with(club, 1, yearly("60"))
            .build());
  }

  private static long count(String table) {
    return shop.jdbc().queryForObject("select count(*) from " + table, Long.class);
  }

  private static Instant nextDueAt() {
    return shop.jdbc()
        .queryForObject("select next_due_at from evergreen_billing_account", OffsetDateTime.class)
        .toInstant();
  }
}
