package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.evergreen.calendar.Schedule;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.Trial;

class BeginningPropertiesTest {

  record Terms(
      Instant start,
      ZoneId zone,
      BillingInterval interval,
      Optional<Trial> trial,
      OptionalInt length) {

    Beginning begin() {
      return Beginning.at(start, zone, interval, trial, length);
    }
  }

  @Provide
  Arbitrary<Terms> terms() {
    Arbitrary<Instant> starts =
        Arbitraries.longs().between(1_600_000_000L, 2_200_000_000L).map(Instant::ofEpochSecond);
    Arbitrary<ZoneId> zones =
        Arbitraries.of(
                "UTC", "Europe/Berlin", "America/New_York", "Pacific/Chatham", "Africa/Cairo")
            .map(ZoneId::of);
    Arbitrary<BillingInterval> intervals =
        Combinators.combine(
                Arbitraries.integers().between(1, 40), Arbitraries.of(IntervalUnit.class))
            .as(BillingInterval::new);
    return Combinators.combine(
            starts,
            zones,
            intervals,
            intervals.map(Trial::new).optional(),
            Arbitraries.integers().between(1, 24).optional())
        .as(
            (start, zone, interval, trial, length) ->
                new Terms(
                    start,
                    zone,
                    interval,
                    trial,
                    length.map(OptionalInt::of).orElse(OptionalInt.empty())));
  }

  @Property
  void datesAreInOrder(@ForAll("terms") Terms terms) {
    Beginning beginning = terms.begin();
    Duration clockChange = Duration.ofHours(2);
    assertThat(beginning.paidUntil()).isAfter(terms.start().minus(clockChange));
    beginning.nextPaymentAt().ifPresent(next -> assertThat(next).isEqualTo(beginning.paidUntil()));
    beginning.endsAt().ifPresent(end -> assertThat(end).isEqualTo(beginning.paidUntil()));
    assertThat(beginning.nextPaymentAt().isPresent()).isNotEqualTo(beginning.endsAt().isPresent());
  }

  @Property
  void paymentsMadeAndLeftAddUpToTheLength(@ForAll("terms") Terms terms) {
    Beginning beginning = terms.begin();
    int made = terms.trial().isPresent() ? 0 : 1;
    assertThat(beginning.lastPaymentAt().isPresent()).isEqualTo(made == 1);
    assertThat(beginning.nextCycle()).isEqualTo(made);
    assertThat(beginning.paymentsLeft().isPresent()).isEqualTo(terms.length().isPresent());
    if (terms.length().isPresent()) {
      assertThat(beginning.paymentsLeft()).hasValue(terms.length().getAsInt() - made);
    }
  }

  @Property
  void nextPaymentIsThatOfTheNextCycle(@ForAll("terms") Terms terms) {
    Beginning beginning = terms.begin();
    Schedule schedule = beginning.schedule();
    beginning
        .nextPaymentAt()
        .ifPresent(next -> assertThat(next).isEqualTo(schedule.payment(beginning.nextCycle())));
  }
}
