package org.evergreen.change.proration;

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
    int cycle = change.newCycleDays();
    long left = change.left();
    return Working.nothing()
        .and("New price for " + days(cycle), change.next().perPayment())
        .and(days(left) + " at the new price", change.round(change.leftAtNewRate()));
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
