package org.evergreen.change.proration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.joda.money.Money;

/** Builds changes for tests: a line that was paid for a term, changed on a day at noon. */
final class Changing {

  static final BillingInterval MONTHLY = BillingInterval.every(1, IntervalUnit.MONTH);
  static final BillingInterval YEARLY = BillingInterval.every(1, IntervalUnit.YEAR);

  private final ZoneId zone;
  private final PaidTerm term;
  private final BillingInterval interval;
  private Instant now;

  private Changing(ZoneId zone, PaidTerm term, BillingInterval interval) {
    this.zone = zone;
    this.term = term;
    this.interval = interval;
  }

  static Changing paid(String amount, String from, String to) {
    ZoneId zone = ZoneId.of("America/New_York");
    PaidTerm term = PaidTerm.full(noon(from, zone), noon(to, zone), Money.parse(amount), zone);
    return new Changing(zone, term, MONTHLY);
  }

  Changing on(String day) {
    now = noon(day, zone);
    return this;
  }

  TermChange to(String price) {
    return to(price, interval);
  }

  TermChange to(String price, BillingInterval newInterval) {
    return new TermChange(term, interval, new NewPrice(Money.parse(price), newInterval), now);
  }

  private static Instant noon(String day, ZoneId zone) {
    return LocalDate.parse(day).atTime(LocalTime.NOON).atZone(zone).toInstant();
  }
}
