package org.evergreen.terms;

import java.util.Locale;

/** Intervals and lengths as a shopper reads them, in English. */
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

  private static String singular(IntervalUnit unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }
}
