package org.evergreen.admin.plan;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.evergreen.admin.Option;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.TermsInWords;

/** What the select fields of the plan form offer. */
final class PlanOptions {

  static final List<Option> UNITS =
      List.of(
          new Option("DAY", "days"),
          new Option("WEEK", "weeks"),
          new Option("MONTH", "months"),
          new Option("YEAR", "years"));

  static final List<Option> TRIAL_UNITS =
      List.of(
          new Option("", "no free trial"), UNITS.get(0), UNITS.get(1), UNITS.get(2), UNITS.get(3));

  static final List<Option> PRICE_KINDS =
      List.of(
          new Option("PERCENT_OFF", "Product's price less a percentage"),
          new Option("AMOUNT_OFF", "Product's price less an amount"),
          new Option("OWN_PRICE", "A price of its own"));

  static final List<Option> FIRST_PAYMENTS =
      List.of(
          new Option("FULL_NOW", "The full price at sign-up"),
          new Option("NOTHING_UNTIL_DAY", "Nothing until the day"),
          new Option("PRORATED", "A part, for the days until then"));

  static final List<Option> LIMITS =
      List.of(
          new Option("NONE", "No limit"),
          new Option("ONE_ACTIVE", "One at a time per customer and product"),
          new Option("ONE_EVER", "One ever per customer and product"));

  static final List<Option> DOWNLOADS =
      List.of(
          new Option("ALL_AT_ONCE", "All files at once"),
          new Option("AFTER_RENEWAL", "New files only after the next paid renewal"));

  static final List<Option> MONTHS =
      Arrays.stream(Month.values())
          .map(
              month ->
                  new Option(
                      Integer.toString(month.getValue()),
                      month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
          .toList();

  /**
   * Options that belong together.
   *
   * @param label what they are for
   */
  record Group(String label, List<Option> options) {}

  /** The days on which payments may fall, by the interval that they are for. */
  static final List<Group> DAYS =
      List.of(
          new Group("For weeks", weekdays()),
          new Group("For months", monthDays()),
          new Group("For years", List.of(new Option("DAY_OF_YEAR", "A day of the year"))));

  private PlanOptions() {}

  private static List<Option> weekdays() {
    return Arrays.stream(DayOfWeek.values())
        .map(
            day ->
                new Option(
                    "WEEKDAY-" + day.getValue(),
                    TermsInWords.dayInWords(new AlignmentDay.Weekday(day))))
        .toList();
  }

  private static List<Option> monthDays() {
    List<Option> days = new ArrayList<>();
    IntStream.rangeClosed(1, 28)
        .mapToObj(
            day ->
                new Option(
                    "DAY_OF_MONTH-" + day,
                    TermsInWords.dayInWords(new AlignmentDay.DayOfMonth(day))))
        .forEach(days::add);
    days.add(
        new Option(
            "LAST_DAY_OF_MONTH", TermsInWords.dayInWords(new AlignmentDay.LastDayOfMonth())));
    return days;
  }
}
