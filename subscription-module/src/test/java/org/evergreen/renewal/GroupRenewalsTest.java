package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.evergreen.calendar.Schedule;
import org.evergreen.payment.MethodDetails;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.settings.BillingRules.MissedCycles;
import org.evergreen.settings.GroupingRules;
import org.evergreen.settings.MerchantSettings;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.SkuId;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.testing.FakeStorefront;
import org.evergreen.testing.SettingsBuilder;
import org.evergreen.time.ShopTime;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class GroupRenewalsTest {

  private static final ZoneId ZONE = ZoneId.of("America/Chicago");
  private static final Instant NOON = Instant.parse("2026-02-15T18:00:00Z");

  private final GroupRenewals grouping =
      new GroupRenewals(new ShopTime(Clock.fixed(NOON, ZoneOffset.UTC), ZONE));

  @Test
  void sameCustomerMethodAndDayIsOneGroup() {
    assertThat(group(List.of(due(1), due(2), due(3)))).hasSize(1);
  }

  @Test
  void anotherPaymentMethodIsAnotherGroup() {
    assertThat(group(List.of(due(1), withMethod(due(2), 7)))).hasSize(2);
  }

  @Test
  void anotherCurrencyIsAnotherGroup() {
    assertThat(group(List.of(due(1), in(due(2), CurrencyUnit.EUR)))).hasSize(2);
  }

  @Test
  void anotherCustomerIsAnotherGroup() {
    assertThat(group(List.of(due(1), of(due(2), "ben")))).hasSize(2);
  }

  @Test
  void anotherDueDayIsAnotherGroup() {
    DueSubscription yesterday = dueAt(due(2), NOON.minusSeconds(24 * 3600));

    assertThat(group(List.of(due(1), yesterday))).hasSize(2);
  }

  @Test
  void whatIsDueLaterTodayIsLeftAloneWithoutCompany() {
    DueSubscription tonight = dueAt(due(1), NOON.plusSeconds(3600));

    assertThat(group(List.of(tonight))).isEmpty();
    assertThat(group(List.of(tonight, due(2)))).hasSize(1);
  }

  @Test
  void groupHasAtMostAHundredLines() {
    List<DueSubscription> many =
        IntStream.rangeClosed(1, 70).mapToObj(id -> withLines(due(id), 3)).toList();

    List<PlannedGroup> groups = group(many);

    assertThat(groups).extracting(group -> group.lines().size()).containsExactly(99, 99, 12);
    assertThat(groups.stream().mapToInt(group -> group.renewals().size()).sum()).isEqualTo(70);
  }

  @Test
  void subscriptionWithMoreLinesThanAnOrderMayHaveStandsAlone() {
    List<PlannedGroup> groups = group(List.of(withLines(due(1), 120), due(2)));

    assertThat(groups).extracting(group -> group.lines().size()).containsExactly(120, 1);
  }

  @Test
  void groupingDoesNotDependOnTheOrderOfItsInput() {
    assertThat(group(List.of(due(3), due(1), due(2))))
        .isEqualTo(group(List.of(due(1), due(2), due(3))));
  }

  @Test
  void lastPaymentLeavesNoNextOne() {
    DueSubscription one = due(1);
    DueSubscription.Dates dates = one.dates();
    DueSubscription last =
        with(
            one,
            new DueSubscription.Dates(
                dates.schedule(),
                dates.nextCycle(),
                OptionalInt.of(1),
                dates.nextPaymentAt(),
                false));

    PlannedRenewal renewal = PlannedRenewal.next(last);

    assertThat(renewal.paymentsLeft()).hasValue(0);
    assertThat(renewal.nextPaymentAt()).isEmpty();
    assertThat(renewal.endsAt()).contains(Instant.parse("2026-03-15T17:00:00Z"));
  }

  @Test
  void paymentAfterACancellationThatCameTooLateForItIsTheLast() {
    DueSubscription one = due(1);
    DueSubscription.Dates dates = one.dates();
    DueSubscription cancelled =
        with(
            one,
            new DueSubscription.Dates(
                dates.schedule(),
                dates.nextCycle(),
                dates.paymentsLeft(),
                dates.nextPaymentAt(),
                true));

    PlannedRenewal renewal = PlannedRenewal.next(cancelled);

    assertThat(renewal.nextPaymentAt()).isEmpty();
    assertThat(renewal.endsAt()).contains(Instant.parse("2026-03-15T17:00:00Z"));
  }

  @Test
  void whatIsDueWithinTheWindowIsTakenAlong() {
    DueSubscription soon = dueAt(due(2), NOON.plus(Duration.ofDays(3)));
    DueSubscription later = dueAt(due(3), NOON.plus(Duration.ofDays(4)));

    List<PlannedGroup> groups = group(List.of(due(1), soon, later), 3);

    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).renewals())
        .extracting(renewal -> renewal.subscription().id().value())
        .containsExactly(1L, 2L);
    assertThat(groups.get(0).renewals().get(1).dueAt()).isEqualTo(NOON.plus(Duration.ofDays(3)));
  }

  @Test
  void nothingIsChargedEarlyByItself() {
    assertThat(group(List.of(dueAt(due(1), NOON.plus(Duration.ofDays(1)))), 7)).isEmpty();
  }

  @Test
  void windowBeginsWithTheEarliestThatIsOwed() {
    DueSubscription owed = dueAt(due(1), NOON.minus(Duration.ofDays(2)));
    DueSubscription soon = dueAt(due(2), NOON.plus(Duration.ofDays(1)));

    assertThat(group(List.of(owed, soon), 2)).hasSize(1);
    assertThat(group(List.of(owed, soon), 3).get(0).renewals()).hasSize(2);
  }

  @Test
  void paymentByHandIsNotAskedForEarly() {
    DueSubscription soon = byHand(dueAt(due(2), NOON.plus(Duration.ofDays(1))));

    assertThat(group(List.of(byHand(due(1)), soon), 7).get(0).renewals()).hasSize(1);
  }

  @Test
  void shopperWhoOptedOutIsChargedForEachAlone() {
    MerchantSettings settings = SettingsBuilder.settings().build();

    assertThat(grouping.group(List.of(due(1), due(2)), settings, it -> false, NOON)).hasSize(2);
  }

  @Test
  void merchantMayHaveEachChargedAlone() {
    MerchantSettings settings =
        SettingsBuilder.settings().grouping(new GroupingRules(false, 0, true, 100)).build();

    assertThat(grouping.group(List.of(due(1), due(2)), settings, it -> true, NOON)).hasSize(2);
  }

  @Test
  void onlyTheCycleOfTodayIsBilledAfterCyclesWereMissed() {
    assertThat(billed(MissedCycles.CURRENT_ONLY, "2026-05-20T12:00:00Z")).hasValue(4);
    assertThat(billed(MissedCycles.CURRENT_ONLY, "2026-02-20T12:00:00Z")).hasValue(1);
  }

  @Test
  void eachMissedCycleIsBilledOneAfterTheOther() {
    assertThat(billed(MissedCycles.EACH, "2026-05-20T12:00:00Z")).hasValue(1);
  }

  @Test
  void noneIsBilledAfterCyclesWereMissedIfTheMerchantWantsItSo() {
    assertThat(billed(MissedCycles.NONE, "2026-05-20T12:00:00Z")).isEmpty();
    assertThat(billed(MissedCycles.NONE, "2026-02-20T12:00:00Z")).hasValue(1);
    List<LeftOutCycles> leftOut =
        LeftOutCycles.of(List.of(due(1)), Instant.parse("2026-05-20T12:00:00Z"), MissedCycles.NONE);
    assertThat(leftOut).extracting(LeftOutCycles::count).containsExactly(4);
    assertThat(leftOut)
        .extracting(LeftOutCycles::nextPaymentAt)
        .containsExactly(Instant.parse("2026-06-15T17:00:00Z"));
  }

  private static OptionalInt billed(MissedCycles missed, String now) {
    return PlannedRenewal.of(due(1), Instant.parse(now), missed).stream()
        .mapToInt(PlannedRenewal::cycle)
        .findFirst();
  }

  private List<PlannedGroup> group(List<DueSubscription> due) {
    return group(due, 0);
  }

  private List<PlannedGroup> group(List<DueSubscription> due, int window) {
    MerchantSettings settings = SettingsBuilder.settings().window(window).build();
    return grouping.group(due, settings, subscription -> true, NOON);
  }

  private static DueSubscription byHand(DueSubscription due) {
    return new DueSubscription(
        due.id(),
        due.version(),
        due.account(),
        due.customer(),
        due.currency(),
        new DueSubscription.Paying(due.paying().stored(), false, due.paying().credit()),
        due.shipTo(),
        due.dates(),
        due.lines(),
        due.discounts());
  }

  private static DueSubscription due(long id) {
    Schedule schedule =
        new Schedule(
            LocalDateTime.parse("2026-01-15T12:00"),
            BillingInterval.every(1, IntervalUnit.MONTH),
            ZONE);
    return withLines(
        new DueSubscription(
            new SubscriptionId(id),
            0,
            1,
            new CustomerId("ada"),
            CurrencyUnit.USD,
            new DueSubscription.Paying(Optional.of(method(1)), true, Money.zero(CurrencyUnit.USD)),
            Optional.of(new DueSubscription.Destination(1, FakeStorefront.address())),
            new DueSubscription.Dates(schedule, 1, OptionalInt.empty(), NOON, false),
            List.of(),
            List.of()),
        1);
  }

  private static PaymentMethod method(long id) {
    return new PaymentMethod(
        new PaymentMethodId(id),
        new CustomerId("ada"),
        "sandbox",
        "token-" + id,
        new MethodDetails("Visa", "4242", YearMonth.of(2039, 12)),
        true);
  }

  private static DueSubscription withLines(DueSubscription due, int lines) {
    List<DueSubscription.Line> some =
        IntStream.range(0, lines)
            .mapToObj(
                n ->
                    new DueSubscription.Line(
                        due.id().value() * 1000 + n,
                        new SkuId("coffee"),
                        "Coffee",
                        ProductKind.PHYSICAL,
                        1,
                        Money.of(due.currency(), 12),
                        Money.zero(due.currency()),
                        false))
            .toList();
    return new DueSubscription(
        due.id(),
        due.version(),
        due.account(),
        due.customer(),
        due.currency(),
        due.paying(),
        due.shipTo(),
        due.dates(),
        some,
        List.of());
  }

  private static DueSubscription withMethod(DueSubscription due, long method) {
    return copy(due, due.customer(), due.currency(), Optional.of(method(method)), due.dates());
  }

  private static DueSubscription in(DueSubscription due, CurrencyUnit currency) {
    return copy(due, due.customer(), currency, due.method(), due.dates());
  }

  private static DueSubscription of(DueSubscription due, String customer) {
    return copy(due, new CustomerId(customer), due.currency(), due.method(), due.dates());
  }

  private static DueSubscription dueAt(DueSubscription due, Instant at) {
    DueSubscription.Dates old = due.dates();
    return with(
        due,
        new DueSubscription.Dates(old.schedule(), old.nextCycle(), old.paymentsLeft(), at, false));
  }

  private static DueSubscription with(DueSubscription due, DueSubscription.Dates dates) {
    return copy(due, due.customer(), due.currency(), due.method(), dates);
  }

  private static DueSubscription copy(
      DueSubscription due,
      CustomerId customer,
      CurrencyUnit currency,
      Optional<PaymentMethod> method,
      DueSubscription.Dates dates) {
    return new DueSubscription(
        due.id(),
        due.version(),
        due.account(),
        customer,
        currency,
        new DueSubscription.Paying(method, true, Money.zero(currency)),
        due.shipTo(),
        dates,
        due.lines(),
        due.discounts());
  }
}
