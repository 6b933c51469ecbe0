package org.evergreen.terms;

import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Terms as a shopper reads them, in English. */
public final class TermsInWords {
  private TermsInWords() {}

  /** For example "every month" or "every 2 weeks". */
  public static String everyInWords(BillingInterval interval) {
    return interval.count() == 1
        ? "every " + singular(interval.unit())
        : "every " + lengthInWords(interval);
  }

  /** For example "1 month" or "14 days". */
  public static String lengthInWords(BillingInterval length) {
    return counted(length.count(), singular(length.unit()));
  }

  /** A number with its noun, for example "1 payment" or "12 payments"; the plural takes an s. */
  public static String counted(int count, String noun) {
    return count + " " + (count == 1 ? noun : noun + "s");
  }

  /** For example "every 2 weeks on Monday" or "every month on the 15th". */
  public static String everyInWords(BillingInterval interval, Optional<Alignment> alignment) {
    return everyInWords(interval)
        + alignment.map(aligned -> " on " + dayInWords(aligned.day())).orElse("");
  }

  /** For example "Monday", "the 15th", "the last day of the month" or "1 March". */
  public static String dayInWords(AlignmentDay day) {
    if (day instanceof AlignmentDay.Weekday weekday) {
      return weekday.day().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
    if (day instanceof AlignmentDay.DayOfMonth dayOfMonth) {
      return "the " + ordinal(dayOfMonth.day());
    }
    if (day instanceof AlignmentDay.DayOfYear dayOfYear) {
      return dayOfYear.day().getDayOfMonth()
          + " "
          + dayOfYear.day().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
    return "the last day of the month";
  }

  /** For example "14 days free" or "1 month free, once per customer". */
  public static String trialInWords(Trial trial) {
    return lengthInWords(trial.length())
        + " free"
        + (trial.oncePerCustomer() ? ", once per customer" : "");
  }

  /** What is paid before the first aligned day, in a sentence. */
  public static String firstPaymentInWords(Alignment alignment) {
    String day = dayInWords(alignment.day());
    String sentence =
        switch (alignment.firstPayment()) {
          case FULL_NOW -> "The first payment is due today, all others on " + day + ".";
          case NOTHING_UNTIL_DAY -> "The first payment is due on " + day + ", nothing before.";
          case PRORATED ->
              "Today you pay for the days until " + day + " only, then in full on that day.";
        };
    return alignment.graceDays() == 0
            || alignment.firstPayment() == Alignment.FirstPayment.NOTHING_UNTIL_DAY
        ? sentence
        : sentence
            + " In the last "
            + (alignment.graceDays() == 1 ? "day" : alignment.graceDays() + " days")
            + " before it, today's payment is in full and counts from that day.";
  }

  /** For example "at least 3 payments, 30 days' notice"; empty when there is none. */
  public static Optional<String> commitmentInWords(Commitment commitment) {
    List<String> parts = new ArrayList<>();
    if (commitment.minimumPayments() > 0) {
      parts.add("at least " + counted(commitment.minimumPayments(), "payment"));
    }
    if (commitment.noticeDays() > 0) {
      parts.add(
          commitment.noticeDays() == 1
              ? "1 day's notice"
              : commitment.noticeDays() + " days' notice");
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }

  /** Everything beside price and dates that a shopper should know, each in a sentence. */
  public static List<String> conditionsInWords(PlanConditions conditions) {
    List<String> sentences = new ArrayList<>();
    if (conditions.shippingOnce()) {
      sentences.add("Shipping is charged with the first order only.");
    }
    switch (conditions.limit()) {
      case ONE_ACTIVE -> sentences.add("One subscription at a time per customer.");
      case ONE_EVER -> sentences.add("One subscription per customer, ever.");
      case NONE -> {}
    }
    commitmentInWords(conditions.commitment())
        .ifPresent(commitment -> sentences.add("To cancel: " + commitment + "."));
    if (conditions.downloads() == DownloadRelease.AFTER_RENEWAL) {
      sentences.add("Files that are added later come after your next payment.");
    }
    return sentences;
  }

  private static String ordinal(int number) {
    boolean teen = number % 100 >= 11 && number % 100 <= 13;
    return number
        + switch (teen ? 0 : number % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }

  private static String singular(IntervalUnit unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }
}
