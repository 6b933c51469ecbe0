package org.evergreen.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
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
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.SkuId;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.testing.FakeStorefront;
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
    assertThat(grouping.group(List.of(due(1), due(2), due(3)))).hasSize(1);
  }

  @Test
  void anotherPaymentMethodIsAnotherGroup() {
    assertThat(grouping.group(List.of(due(1), withMethod(due(2), 7)))).hasSize(2);
  }

  @Test
  void anotherCurrencyIsAnotherGroup() {
    assertThat(grouping.group(List.of(due(1), in(due(2), CurrencyUnit.EUR)))).hasSize(2);
  }

  @Test
  void anotherCustomerIsAnotherGroup() {
    assertThat(grouping.group(List.of(due(1), of(due(2), "ben")))).hasSize(2);
  }

  @Test
  void anotherDueDayIsAnotherGroup() {
    DueSubscription yesterday = dueAt(due(2), NOON.minusSeconds(24 * 3600));

    assertThat(grouping.group(List.of(due(1), yesterday))).hasSize(2);
  }

  @Test
  void whatIsDueLaterTodayIsLeftAloneWithoutCompany() {
    DueSubscription tonight = dueAt(due(1), NOON.plusSeconds(3600));

    assertThat(grouping.group(List.of(tonight))).isEmpty();
    assertThat(grouping.group(List.of(tonight, due(2)))).hasSize(1);
  }

  @Test
  void groupHasAtMostAHundredLines() {
    List<DueSubscription> many =
        IntStream.rangeClosed(1, 70).mapToObj(id -> withLines(due(id), 3)).toList();

    List<PlannedGroup> groups = grouping.group(many);

    assertThat(groups).extracting(group -> group.lines().size()).containsExactly(99, 99, 12);
    assertThat(groups.stream().mapToInt(group -> group.renewals().size()).sum()).isEqualTo(70);
  }

  @Test
  void subscriptionWithMoreLinesThanAnOrderMayHaveStandsAlone() {
    List<PlannedGroup> groups = grouping.group(List.of(withLines(due(1), 120), due(2)));

    assertThat(groups).extracting(group -> group.lines().size()).containsExactly(120, 1);
  }

  @Test
  void groupingDoesNotDependOnTheOrderOfItsInput() {
    assertThat(grouping.group(List.of(due(3), due(1), due(2))))
        .isEqualTo(grouping.group(List.of(due(1), due(2), due(3))));
  }

  @Test
  void lastPaymentLeavesNoNextOne() {
    DueSubscription one = due(1);
    DueSubscription last =
        new DueSubscription(
            one.id(),
            one.version(),
            one.account(),
            one.customer(),
            one.currency(),
            one.method(),
            one.shipTo(),
            one.schedule(),
            one.nextCycle(),
            OptionalInt.of(1),
            one.nextPaymentAt(),
            one.lines());

    PlannedRenewal renewal = PlannedRenewal.of(last, NOON);

    assertThat(renewal.paymentsLeft()).hasValue(0);
    assertThat(renewal.nextPaymentAt()).isEmpty();
    assertThat(renewal.endsAt()).contains(Instant.parse("2026-03-15T17:00:00Z"));
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
            Optional.of(method(1)),
            Optional.of(new DueSubscription.Destination(1, FakeStorefront.address())),
            schedule,
            1,
            OptionalInt.empty(),
            NOON,
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
                        Money.of(due.currency(), 12)))
            .toList();
    return copy(due, due.customer(), due.currency(), due.method(), due.nextPaymentAt(), some);
  }

  private static DueSubscription withMethod(DueSubscription due, long method) {
    return copy(
        due,
        due.customer(),
        due.currency(),
        Optional.of(method(method)),
        due.nextPaymentAt(),
        due.lines());
  }

  private static DueSubscription in(DueSubscription due, CurrencyUnit currency) {
    return copy(due, due.customer(), currency, due.method(), due.nextPaymentAt(), due.lines());
  }

  private static DueSubscription of(DueSubscription due, String customer) {
    return copy(
        due,
        new CustomerId(customer),
        due.currency(),
        due.method(),
        due.nextPaymentAt(),
        due.lines());
  }

  private static DueSubscription dueAt(DueSubscription due, Instant at) {
    return copy(due, due.customer(), due.currency(), due.method(), at, due.lines());
  }

  private static DueSubscription copy(
      DueSubscription due,
      CustomerId customer,
      CurrencyUnit currency,
      Optional<PaymentMethod> method,
      Instant nextPaymentAt,
      List<DueSubscription.Line> lines) {
    return new DueSubscription(
        due.id(),
        due.version(),
        due.account(),
        customer,
        currency,
        method,
        due.shipTo(),
        due.schedule(),
        due.nextCycle(),
        due.paymentsLeft(),
        nextPaymentAt,
        lines);
  }
}
