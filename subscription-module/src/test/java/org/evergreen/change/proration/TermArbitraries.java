package org.evergreen.change.proration;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.evergreen.calendar.Schedule;
import org.evergreen.terms.BillingInterval;
import org.evergreen.testing.CalendarArbitraries;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Changes of every kind: all intervals, zones, moments, and currencies of 0, 2 and 3 decimals. */
final class TermArbitraries extends DomainContextBase {

  /** What of a change does not depend on another part of it. */
  private record Draw(
      LocalDateTime anchor, ZoneId zone, BillingInterval from, BillingInterval to, int permille) {}

  private record Prices(CurrencyUnit currency, long before, long after) {

    Money money(long minor) {
      return Money.of(currency, BigDecimal.valueOf(minor, currency.getDecimalPlaces()));
    }
  }

  @Provide
  Arbitrary<TermChange> changes() {
    return changes(draws(Arbitraries.of(true, false)));
  }

  /** Changes that keep the interval. */
  static Arbitrary<TermChange> keepingTheInterval() {
    return changes(draws(Arbitraries.just(true)));
  }

  private static Arbitrary<TermChange> changes(Arbitrary<Draw> draws) {
    return Combinators.combine(draws, prices()).as(TermArbitraries::change);
  }

  private static Arbitrary<Draw> draws(Arbitrary<Boolean> same) {
    return Combinators.combine(
            CalendarArbitraries.anchors(),
            CalendarArbitraries.zones(),
            CalendarArbitraries.intervals(),
            CalendarArbitraries.intervals(),
            Arbitraries.integers().between(0, 999),
            same)
        .as(
            (anchor, zone, from, to, permille, keeps) ->
                new Draw(anchor, zone, from, keeps ? from : to, permille));
  }

  private static Arbitrary<Prices> prices() {
    Arbitrary<Long> amounts =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, 50), Arbitraries.longs().between(0, 100_000_00L));
    return Combinators.combine(
            Arbitraries.of("USD", "EUR", "JPY", "KWD").map(CurrencyUnit::of), amounts, amounts)
        .as(Prices::new);
  }

  private static TermChange change(Draw draw, Prices prices) {
    Instant start = draw.anchor().atZone(draw.zone()).toInstant();
    Instant end = new Schedule(draw.anchor(), draw.from(), draw.zone()).payment(1);
    Duration into = Duration.between(start, end).multipliedBy(draw.permille()).dividedBy(1000);
    Money paid = prices.money(prices.before());
    return new TermChange(
        PaidTerm.full(start, end, paid, draw.zone()),
        draw.from(),
        new NewPrice(prices.money(prices.after()), draw.to()),
        start.plus(into));
  }
}
