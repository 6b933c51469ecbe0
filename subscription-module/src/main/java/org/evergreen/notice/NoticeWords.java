package org.evergreen.notice;

import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.evergreen.money.MoneyInWords;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;

/** Amounts, days and times in the reader's way, for English sentences; days in the shop's zone. */
final class NoticeWords {

  private final Locale locale;
  private final ShopTime time;
  private final DateTimeFormatter day;
  private final DateTimeFormatter minute;
  private final DateTimeFormatter month;

  NoticeWords(Locale locale, ShopTime time) {
    this.locale = locale;
    this.time = time;
    this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    this.minute = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
    this.month = DateTimeFormatter.ofPattern("LLLL uuuu", locale);
  }

  /** For example "$27.00" for an American reader. */
  String money(Money amount) {
    return MoneyInWords.write(amount, locale);
  }

  /** For example "December 21, 2026" for an American reader. */
  String day(Instant instant) {
    return day.format(time.dateOf(instant));
  }

  /** For example "December 21, 2026 at 2:05 PM" for an American reader. */
  String dayAndTime(Instant instant) {
    return day(instant) + " at " + minute.format(time.localTimeOf(instant));
  }

  /** For example "December 2026". */
  String month(YearMonth month) {
    return this.month.format(month);
  }

  /** For example "today", "tomorrow" or "in 3 days". */
  static String inDays(long days) {
    if (days <= 0) {
      return "today";
    }
    return days == 1 ? "tomorrow" : "in " + days + " days";
  }

  /** One name, "A and B", or "A and 3 more". */
  static String listed(List<String> names) {
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> names.get(0);
      case 2 -> names.get(0) + " and " + names.get(1);
      default -> names.get(0) + " and " + (names.size() - 1) + " more";
    };
  }
}
