package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.usd;

import java.time.Instant;
import java.time.ZoneId;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.AlignmentDay.DayOfMonth;
import org.evergreen.terms.AlignmentDay.LastDayOfMonth;
import org.evergreen.testing.OfferBuilder;
import org.junit.jupiter.api.Test;

/** The examples of docs/05-status-and-dates.md: a plan of 30.00 a month, bought on 16 April. */
class AlignedBeginningTest {

  private static final AlignmentDay FIRST = new DayOfMonth(1);

  @Test
  void fullNowPaysTheTimeToTheDayAsACycleOfItsOwn() {
    Beginning beginning = begin(plan().fullNowThenOn(FIRST).payments(3));
    assertThat(beginning.paid().of(usd("30"))).isEqualTo(usd("30"));
    assertThat(beginning.nextPaymentAt()).contains(noon("2026-05-01"));
    assertThat(beginning.paymentsLeft()).hasValue(2);
    assertThat(beginning.lastPaymentAt()).isPresent();
  }

  @Test
  void fullNowWithinTheGracePaysForTheCycleOfTheDay() {
    Beginning beginning = begin(plan().fullNowThenOn(FIRST).grace(15));
    assertThat(beginning.paid().isWhole()).isTrue();
    assertThat(beginning.nextPaymentAt()).contains(noon("2026-06-01"));
    assertThat(beginning.paidUntil()).isEqualTo(noon("2026-06-01"));
  }

  @Test
  void nothingIsPaidUntilTheDay() {
    Beginning beginning = begin(plan().nothingUntil(FIRST).payments(3));
    assertThat(beginning.status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(beginning.paid().of(usd("30"))).isEqualTo(usd("0"));
    assertThat(beginning.lastPaymentAt()).isEmpty();
    assertThat(beginning.nextPaymentAt()).contains(noon("2026-05-01"));
    assertThat(beginning.paymentsLeft()).hasValue(3);
  }

  @Test
  void partToTheDayIsNoneOfThePaymentsOfTheLength() {
    Beginning beginning = begin(plan().proratedTo(FIRST).payments(1));
    assertThat(beginning.paid().of(usd("30"))).isEqualTo(usd("15"));
    assertThat(beginning.lastPaymentAt()).isPresent();
    assertThat(beginning.nextPaymentAt()).contains(noon("2026-05-01"));
    assertThat(beginning.paymentsLeft()).hasValue(1);
    assertThat(beginning.endsAt()).isEmpty();
  }

  @Test
  void trialIsFollowedByThePaymentsOnTheDay() {
    Beginning nothing = begin(plan().nothingUntil(FIRST).trial(7, DAY));
    assertThat(nothing.trialEndsAt()).contains(noon("2026-04-23"));
    assertThat(nothing.nextPaymentAt()).contains(noon("2026-05-01"));
    Beginning full = begin(plan().fullNowThenOn(FIRST).trial(7, DAY));
    assertThat(full.nextPaymentAt()).contains(noon("2026-04-23"));
    assertThat(full.schedule().payment(full.nextCycle() + 1)).isEqualTo(noon("2026-05-01"));
    Beginning grace = begin(plan().fullNowThenOn(FIRST).grace(8).trial(7, DAY));
    assertThat(grace.nextPaymentAt()).contains(noon("2026-04-23"));
    assertThat(grace.schedule().payment(grace.nextCycle() + 1)).isEqualTo(noon("2026-06-01"));
  }

  @Test
  void lastDaysOfMonthsFollowEachOther() {
    Beginning beginning = begin(plan().proratedTo(new LastDayOfMonth()));
    assertThat(beginning.paid().of(usd("30"))).isEqualTo(usd("14"));
    assertThat(beginning.schedule().preview(beginning.nextCycle(), 3))
        .containsExactly(noon("2026-04-30"), noon("2026-05-31"), noon("2026-06-30"));
  }

  private static OfferBuilder plan() {
    return monthly("30");
  }

  private static Beginning begin(OfferBuilder offer) {
    return Beginning.of(offer.build(), noon("2026-04-16"), ZoneId.of("UTC"));
  }

  private static Instant noon(String day) {
    return Instant.parse(day + "T12:00:00Z");
  }
}
