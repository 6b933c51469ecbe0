package org.evergreen.change.proration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.evergreen.money.Working;
import org.evergreen.terms.TermsInWords;

/** The steps of a working that policies share. */
final class Steps {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private Steps() {}

  /** What was paid, and how much of it is not used up. */
  static Working unused(TermChange change) {
    PaidTerm term = change.term();
    long left = change.left();
    long all = term.used(change.now()) + left;
    String paid =
        "Paid for " + days(all) + ", " + day(term.date(term.start())) + " to " + day(end(change));
    return Working.nothing()
        .and(paid, Fraction.of(term.paid()).round(change.currency()))
        .and("Not used: " + left + " of " + days(all), change.round(change.unused()));
  }

  /** What the rest of the term costs at the new price. */
  static Working atNewPrice(TermChange change) {
    long left = change.left();
    return Working.nothing()
        .and("New price for " + cycle(change), change.next().perPayment())
        .and(days(left) + " at the new price", change.round(change.leftAtNewRate()));
  }

  /** For example "30 days", or "30.5 days" after several cycles were paid ahead. */
  static String cycle(TermChange change) {
    BigDecimal days = change.newCycleDays().setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    return days.scale() <= 0 ? days(days.longValueExact()) : days.toPlainString() + " days";
  }

  static LocalDate end(TermChange change) {
    return change.term().date(change.term().end());
  }

  static String days(long count) {
    return TermsInWords.counted(Math.toIntExact(count), "day");
  }

  static String day(LocalDate date) {
    return DAY.format(date);
  }
}
