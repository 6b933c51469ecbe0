package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.usd;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.money.Percentage;
import org.evergreen.money.Working;
import org.evergreen.terms.RecurringDiscount;
import org.evergreen.terms.RecurringDiscount.Reduction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DiscountsTest {

  private static final RecurringDiscount TWICE =
      new RecurringDiscount(
          "Welcome", new Reduction.Percent(Percentage.of("12.5")), OptionalInt.of(2));
  private static final RecurringDiscount ALWAYS =
      new RecurringDiscount("Friend", new Reduction.Amount(usd("1.50")), OptionalInt.empty());

  private static SubscriptionFixture fixture;
  private static Discounts discounts;

  private SubscriptionId id;

  @BeforeAll
  static void open() {
    fixture = new SubscriptionFixture();
    discounts = fixture.shop.get(Discounts.class);
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void start() {
    fixture.reset();
    id = fixture.start(monthly("10"));
  }

  @Test
  void discountIsReadAsItWasGivenAndOncePerSource() {
    assertThat(discounts.add(id, TWICE, "coupon WELCOME")).isTrue();
    assertThat(discounts.add(id, ALWAYS, "coupon FRIEND")).isTrue();
    assertThat(discounts.add(id, TWICE, "coupon WELCOME")).isFalse();
    assertThat(running()).containsExactly(TWICE, ALWAYS);
  }

  @Test
  void discountLeavesWithTheLastOfItsPayments() {
    discounts.add(id, TWICE, "coupon WELCOME");
    discounts.add(id, ALWAYS, "coupon FRIEND");
    discounts.use(discounts.running(id));
    assertThat(running().get(0).payments()).hasValue(1);
    List<Discounts.Running> second = discounts.running(id);
    discounts.use(second);
    assertThat(running()).containsExactly(ALWAYS);
    discounts.giveBack(second);
    assertThat(running().get(0).payments()).hasValue(1);
  }

  @Test
  void manySubscriptionsAreReadAtOnce() {
    SubscriptionId without = fixture.start(monthly("10"));
    discounts.add(id, ALWAYS, "coupon FRIEND");
    Map<SubscriptionId, List<Discounts.Running>> all = discounts.running(List.of(id, without));
    assertThat(all).containsOnlyKeys(id);
    assertThat(discounts.running(without)).isEmpty();
  }

  @Test
  void workingIsKeptAndReplacedBySubject() {
    Workings workings = fixture.shop.get(Workings.class);
    Working first = Working.nothing().and("Club", usd("10.00"));
    Working second = first.and("Less 12.5%", usd("-1.25"));
    workings.keep(id, "renewal-1", first);
    workings.keep(id, "renewal-1", second);
    fixture.shop.clock().set("2026-02-01T10:00:00Z");
    workings.keep(id, "renewal-2", first);
    assertThat(workings.find(id, "renewal-1")).contains(second);
    assertThat(workings.find(id, "renewal-3")).isEqualTo(Optional.empty());
    assertThat(workings.all(id))
        .extracting(Workings.Kept::subject)
        .containsExactly("renewal-2", "start", "renewal-1");
  }

  private List<RecurringDiscount> running() {
    return discounts.running(id).stream().map(Discounts.Running::discount).toList();
  }
}
