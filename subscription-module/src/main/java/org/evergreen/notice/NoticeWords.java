package org.evergreen.notice;

import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.evergreen.money.MoneyInWords;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;

/** Amounts in the reader's way, days in the shop's zone, in English sentences. */
final class NoticeWords {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.ENGLISH);

  private final Locale locale;
  private final ShopTime time;

  NoticeWords(Locale locale, ShopTime time) {
    this.locale = locale;
    this.time = time;
  }

  /** For example "$27.00" for an American reader. */
  String money(Money amount) {
    return MoneyInWords.write(amount, locale);
  }

  /** For example "21 December 2026". */
  String day(Instant instant) {
    return DAY.format(time.dateOf(instant));
  }

  /** For example "21 December 2026 at 14:05". */
  String dayAndTime(Instant instant) {
    return DAY_AND_TIME.format(time.localTimeOf(instant));
  }

  /** For example "December 2026". */
  String month(YearMonth month) {
    return MONTH.format(month);
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
