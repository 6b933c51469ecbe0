package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.terms.BillingInterval.every;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.terms.IntervalUnit.MONTH;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.calendar.Part;
import org.evergreen.calendar.Schedule;
import org.evergreen.terms.Trial;
import org.junit.jupiter.api.Test;

class BeginningTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");
  private static final Optional<Trial> NO_TRIAL = Optional.empty();
  private static final OptionalInt OPEN_ENDED = OptionalInt.empty();

  @Test
  void withoutTrialTheOrderPaysTheFirstCycleAndTheSecondIsDueNext() {
    Beginning beginning = Beginning.at(START, BERLIN, every(1, MONTH), NO_TRIAL, OPEN_ENDED);
    Instant february = Instant.parse("2026-02-28T10:00:00Z");
    assertThat(beginning)
        .isEqualTo(
            new Beginning(
                SubscriptionStatus.ACTIVE,
                new Schedule(LocalDateTime.parse("2026-01-31T11:00:00"), every(1, MONTH), BERLIN),
                1,
                Part.whole(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.of(february),
                Optional.of(START),
                february,
                Optional.empty()));
  }

  @Test
  void withTrialTheFirstCycleIsDueWhenTheTrialEnds() {
    Optional<Trial> trial = Optional.of(new Trial(every(14, DAY)));
    Beginning beginning = Beginning.at(START, BERLIN, every(1, MONTH), trial, OptionalInt.of(3));
    Instant end = Instant.parse("2026-02-14T10:00:00Z");
    assertThat(beginning)
        .isEqualTo(
            new Beginning(
                SubscriptionStatus.TRIALING,
                new Schedule(LocalDateTime.parse("2026-02-14T11:00:00"), every(1, MONTH), BERLIN),
                0,
                Part.none(),
                OptionalInt.of(3),
                Optional.of(end),
                Optional.of(end),
                Optional.empty(),
                end,
                Optional.empty()));
  }

  @Test
  void trialKeepsTheLocalTimeOverDaylightSaving() {
    Optional<Trial> trial = Optional.of(new Trial(every(1, MONTH)));
    Instant march = Instant.parse("2026-03-15T10:00:00Z");
    assertThat(Beginning.at(march, BERLIN, every(1, MONTH), trial, OPEN_ENDED).nextPaymentAt())
        .contains(Instant.parse("2026-04-15T09:00:00Z"));
  }

  @Test
  void onePaymentIsMadeByTheOrderAndTheTermEndsAfterIt() {
    Beginning beginning = Beginning.at(START, BERLIN, every(1, MONTH), NO_TRIAL, OptionalInt.of(1));
    Instant february = Instant.parse("2026-02-28T10:00:00Z");
    assertThat(beginning.paymentsLeft()).hasValue(0);
    assertThat(beginning.nextPaymentAt()).isEmpty();
    assertThat(beginning.paidUntil()).isEqualTo(february);
    assertThat(beginning.endsAt()).contains(february);
  }

  @Test
  void lengthCountsThePaymentThatTheOrderMade() {
    Beginning beginning =
        Beginning.at(START, BERLIN, every(1, MONTH), NO_TRIAL, OptionalInt.of(12));
    assertThat(beginning.paymentsLeft()).hasValue(11);
    assertThat(beginning.endsAt()).isEmpty();
  }
}
