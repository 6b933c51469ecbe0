package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.every;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.ActionRefusedException;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.PauseCommands;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.terms.IntervalUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A year of daily runs in which merchants credit and discount, and shoppers pause, renew early and
 * pay what they owe, at random. No cycle and no stretch of time is ever billed twice, and every
 * amount is worked out a second time from the plain numbers. A seed repeats its history.
 */
class YearOfRenewalsTest {

  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final int DAYS = 365;

  private final RenewalShop shop = RenewalShop.at("2026-01-31T16:00:00Z");
  private final List<SubscriptionId> subscriptions = new ArrayList<>();
  private int given;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void noCycleIsBilledTwiceWhateverIsCreditedDiscountedPausedOrPaidEarly(long seed) {
    Random random = new Random(seed);
    for (int customer = 0; customer < 3; customer++) {
      subscribe(shop.customer("customer-" + seed + "-" + customer), random);
    }

    for (int day = 0; day < DAYS; day++) {
      shop.recoverAfter(Duration.ofDays(1));
      shop.get(PauseCommands.class).resumeDue();
      shop.renew();
      act(random);
    }
    shop.recoverAfter(Duration.ofMinutes(15));
    shop.renew();
    shop.recoverAfter(Duration.ofMinutes(15));

    shop.assertBooksAgree();
    subscriptions.forEach(this::assertCyclesAreBilledOnceAndTermsDoNotOverlap);
    assertEveryAmountIsTheSumOfItsParts();
    assertThat(shop.count("evergreen_renewal where voided_at is null")).isGreaterThan(30);
    assertThat(shop.count("evergreen_renewal where credit > 0")).isPositive();
    assertThat(shop.count("evergreen_renewal_discount")).isPositive();
  }

  private void act(Random random) {
    SubscriptionId id = subscriptions.get(random.nextInt(subscriptions.size()));
    int what = random.nextInt(20);
    try {
      switch (what) {
        case 0 -> shop.credit(id, random.nextInt(30) + "." + (10 + random.nextInt(90)));
        case 1 -> shop.discount(id, "Gift " + given++, Integer.toString(5 + random.nextInt(60)), 2);
        case 2 -> pause(id, random);
        case 3 -> shop.get(PauseCommands.class).resume(Seen.any(id), Actor.merchant("Grace"));
        case 4 -> renewEarly(id);
        case 5 -> shop.changeCard(id, card(random));
        default -> payWhatIsOwed(id);
      }
    } catch (ActionRefusedException notPossibleNow) {
      assertThat(notPossibleNow).hasMessageMatching(".+");
    }
  }

  private void pause(SubscriptionId id, Random random) {
    LocalDate until =
        LocalDate.ofInstant(shop.clock().instant(), CHICAGO).plusDays(2 + random.nextInt(40));
    shop.get(PauseCommands.class).pause(Seen.any(id), Actor.merchant("Grace"), Optional.of(until));
  }

  private void renewEarly(SubscriptionId id) {
    EarlyRenewals early = shop.get(EarlyRenewals.class);
    if (early.quote(id, Actor.shopper()) instanceof EarlyQuoteResult.Quoted quoted) {
      early.renew(id, quoted.quote().token(), Actor.shopper());
    }
  }

  private void payWhatIsOwed(SubscriptionId id) {
    OpenRenewals open = shop.get(OpenRenewals.class);
    PaymentMethodId method = shop.card(shop.subscription(id).customer(), SandboxCard.SUCCEEDS).id();
    for (RenewalGroupView group : open.of(id)) {
      open.pay(group.id(), method, Actor.shopper());
    }
  }

  private void assertCyclesAreBilledOnceAndTermsDoNotOverlap(SubscriptionId id) {
    record Billed(int cycle, Instant from, Instant to) {}
    List<Billed> billed =
        shop.shop()
            .jdbc()
            .query(
                "select cycle, due_at, term_end from evergreen_renewal"
                    + " where subscription_id = ? and voided_at is null order by due_at",
                (row, n) ->
                    new Billed(
                        row.getInt(1),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant()),
                id.value());
    assertThat(billed).extracting(Billed::cycle).doesNotHaveDuplicates();
    for (int i = 1; i < billed.size(); i++) {
      assertThat(billed.get(i).cycle()).isGreaterThan(billed.get(i - 1).cycle());
      assertThat(billed.get(i).from()).isAfterOrEqualTo(billed.get(i - 1).to());
    }
    assertThat(shop.subscription(id).paymentsMade()).isEqualTo(1 + (int) paidRenewals(id));
  }

  private long paidRenewals(SubscriptionId id) {
    return shop.count(
        "evergreen_renewal r join evergreen_renewal_group g on g.id = r.group_id"
            + " where g.status = 'PAID' and r.voided_at is null and r.subscription_id = "
            + id.value());
  }

  /** Amounts by the plain numbers of the lines, without the code that made them. */
  private void assertEveryAmountIsTheSumOfItsParts() {
    record Part(long group, BigDecimal toPay) {}
    List<Part> groups =
        shop.shop()
            .jdbc()
            .query(
                "select g.id, g.total - g.credit from evergreen_renewal_group g"
                    + " where g.status <> 'CANCELED'",
                (row, n) -> new Part(row.getLong(1), row.getBigDecimal(2)));
    for (Part group : groups) {
      BigDecimal lines =
          shop.shop()
              .jdbc()
              .queryForObject(
                  "select sum(l.quantity * l.unit_price - l.discount"
                      + " + round((l.quantity * l.unit_price - l.discount) * 0.10, 2))"
                      + " + max(case when r.ships then 5.50 else 0 end)"
                      + " - (select sum(c.credit) from evergreen_renewal c"
                      + " where c.group_id = ? and c.voided_at is null)"
                      + " from evergreen_renewal_line l join evergreen_renewal r"
                      + " on r.group_id = l.group_id and r.subscription_id = l.subscription_id"
                      + " where l.group_id = ? and r.voided_at is null",
                  BigDecimal.class,
                  group.group(),
                  group.group());
      assertThat(group.toPay()).as("group %d", group.group()).isEqualByComparingTo(lines);
    }
  }

  private void subscribe(CustomerId customer, Random random) {
    for (int i = 0; i < 2; i++) {
      ProductKind kind = i == 0 ? ProductKind.PHYSICAL : ProductKind.VIRTUAL;
      String price = (3 + random.nextInt(30)) + "." + (10 + random.nextInt(90));
      String name = "Product " + customer + " " + i;
      Sku sku = shop.shop().storefront().product(name, kind, price);
      IntervalUnit unit = random.nextBoolean() ? IntervalUnit.MONTH : IntervalUnit.WEEK;
      subscriptions.add(
          shop.subscribe(customer, card(random), sku, every(1 + random.nextInt(2), unit, price)));
    }
  }

  private static SandboxCard card(Random random) {
    SandboxCard[] cards = {
      SandboxCard.SUCCEEDS,
      SandboxCard.SUCCEEDS_TOO,
      SandboxCard.INSUFFICIENT_FUNDS,
      SandboxCard.TIMES_OUT_AFTER_CHARGING
    };
    return cards[random.nextInt(cards.length)];
  }
}
