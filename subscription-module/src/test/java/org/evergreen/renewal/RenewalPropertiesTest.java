package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.every;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.evergreen.calendar.Schedule;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.testing.OfferBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random subscriptions, random deaths: whatever happens within some months, in the end every cycle
 * that was current when the shop was alive is charged exactly once, and the gateway's books are the
 * shop's. A seed repeats its history.
 */
class RenewalPropertiesTest {

  private static final Duration STEP = Duration.ofDays(5);
  private static final int STEPS = 18;
  private static final SandboxCard[] CARDS = {
    SandboxCard.SUCCEEDS,
    SandboxCard.SUCCEEDS,
    SandboxCard.SUCCEEDS_TOO,
    SandboxCard.TIMES_OUT_AFTER_CHARGING,
    SandboxCard.TIMES_OUT_BEFORE_CHARGING
  };

  private final RenewalShop shop = RenewalShop.at("2026-01-31T16:00:00Z");
  private final List<SubscriptionId> subscriptions = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everyDueCycleIsChargedExactlyOnceWhateverDies(long seed) {
    Random random = new Random(seed);
    for (int customer = 0; customer < 6; customer++) {
      subscribe(shop.customer("customer-" + seed + "-" + customer), random);
    }

    for (int step = 0; step < STEPS; step++) {
      shop.clock().advance(STEP);
      renewUntilDeath(random);
      shop.comeBackToLife();
    }

    subscriptions.forEach(this::assertEveryCurrentCycleWasBilledOnce);
    assertThat(paidByUs()).containsExactlyInAnyOrderElementsOf(chargedByGateway());
    assertThat(shop.get(RenewalMonitor.class).counts())
        .isEqualTo(new RenewalCounts(0, 0, 0, 0, 0, 0));
    shop.assertBooksAgree();
  }

  /** Cycles follow each other; one is left out only if it was over when the next was billed. */
  private void assertEveryCurrentCycleWasBilledOnce(SubscriptionId id) {
    Subscription subscription = shop.subscription(id);
    Schedule schedule = subscription.schedule(shop.shop().time().zone());
    int next = subscription.trialEndsAt().isPresent() ? 0 : 1;
    for (Billed billed : billed(id)) {
      assertThat(billed.cycle()).isEqualTo(schedule.currentCycle(next, billed.openedAt()));
      assertThat(billed.dueAt()).isEqualTo(schedule.payment(billed.cycle()));
      assertThat(shop.shop().time().dateOf(billed.dueAt()))
          .isBeforeOrEqualTo(shop.shop().time().dateOf(billed.openedAt()));
      next = billed.cycle() + 1;
    }
    assertThat(subscription.nextCycle()).isEqualTo(next);
    Instant now = shop.clock().instant();
    subscription.nextPaymentAt().ifPresent(instant -> assertThat(instant).isAfter(now));
  }

  private record Billed(int cycle, Instant dueAt, Instant openedAt) {}

  private List<Billed> billed(SubscriptionId id) {
    return shop.shop()
        .jdbc()
        .query(
            "select r.cycle, r.due_at, g.opened_at from evergreen_renewal r"
                + " join evergreen_renewal_group g on g.id = r.group_id"
                + " where r.subscription_id = ? order by r.cycle",
            (row, n) ->
                new Billed(
                    row.getInt(1),
                    row.getTimestamp(2).toInstant(),
                    row.getTimestamp(3).toInstant()),
            id.value());
  }

  private List<String> chargedByGateway() {
    return shop.charged().stream()
        .map(entry -> entry.key() + " " + entry.amount().getAmount())
        .toList();
  }

  private List<String> paidByUs() {
    return shop.shop()
        .jdbc()
        .query(
            "select g.id, c.attempt, g.total - g.credit from evergreen_renewal_group g"
                + " join evergreen_charge c on c.subject = 'renewal-' || g.id"
                + " where g.status = 'PAID' and c.state = 'SUCCEEDED' and c.amount = g.total - g.credit",
            (row, n) ->
                "renewal-%d-%d %s"
                    .formatted(row.getLong(1), row.getInt(2), row.getBigDecimal(3).setScale(2)));
  }

  private void subscribe(CustomerId customer, Random random) {
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      shop.clock().advance(Duration.ofMinutes(random.nextInt(600)));
      String name = "Product " + customer + " " + i;
      ProductKind kind = ProductKind.values()[random.nextInt(3)];
      String price = random.nextInt(40) + "." + (10 + random.nextInt(90));
      Sku sku = shop.shop().storefront().product(name, kind, price);
      SandboxCard card = CARDS[random.nextInt(CARDS.length)];
      subscriptions.add(shop.subscribe(customer, card, sku, offer(price, random)));
    }
  }

  private static OfferBuilder offer(String price, Random random) {
    IntervalUnit unit = IntervalUnit.values()[random.nextInt(3)];
    int count = unit == IntervalUnit.DAY ? 3 + random.nextInt(20) : 1 + random.nextInt(2);
    OfferBuilder offer = every(count, unit, price);
    if (random.nextInt(4) == 0) {
      offer.trial(1 + random.nextInt(20), IntervalUnit.DAY);
    }
    return random.nextInt(4) == 0 ? offer.payments(2 + random.nextInt(4)) : offer;
  }

  private void renewUntilDeath(Random random) {
    shop.kill().killAt(random.nextInt(40));
    try {
      shop.renew();
      shop.recoverAfter(Duration.ofMinutes(random.nextInt(20)));
    } catch (Killed death) {
      shop.kill().spare();
    }
  }
}
