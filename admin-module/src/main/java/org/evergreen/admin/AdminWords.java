package org.evergreen.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evergreen.money.MoneyInWords;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.subscription.Actor;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.TermsInWords;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;

/** Amounts and dates as merchants read them: dates are the shop's, whatever the server's zone. */
public class AdminWords {

  private final Locale locale;
  private final ShopTime time;
  private final DateTimeFormatter day;
  private final DateTimeFormatter minute;

  public AdminWords(Locale locale, ShopTime time) {
    this.locale = locale;
    this.time = time;
    this.day = DateTimeFormatter.ofPattern("d MMM uuuu", locale);
    this.minute = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", locale);
  }

  /** For example "$27.00". */
  public String money(Money amount) {
    return MoneyInWords.write(amount, locale);
  }

  /** The shop's calendar day of an instant, for example "21 Dec 2026". */
  public String date(Instant instant) {
    return day.format(time.dateOf(instant));
  }

  /** The shop's local time of an instant to the minute, for example "21 Dec 2026, 14:05". */
  public String dateTime(Instant instant) {
    return minute.format(time.localTimeOf(instant));
  }

  /** A constant in plain words, for example {@code PENDING_CANCEL} as "Pending cancel". */
  public String plain(Enum<?> constant) {
    String words = constant.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** Amounts of several currencies, for example "$12.00 and €5.00"; none is "none". */
  public String amounts(List<Money> amounts) {
    return amounts.isEmpty()
        ? "none"
        : String.join(" and ", amounts.stream().map(this::money).toList());
  }

  /** For example "every month" or "every 2 weeks". */
  public String every(BillingInterval interval) {
    return TermsInWords.everyInWords(interval);
  }

  /** For example "1 payment" or "12 payments". */
  public String counted(int count, String noun) {
    return TermsInWords.counted(count, noun);
  }

  /** The largest unit of a time, for example "10 seconds", "3 hours" or "2 days". */
  public String lasting(Duration time) {
    long seconds = time.toSeconds();
    if (seconds < 120) {
      return counted((int) seconds, "second");
    }
    if (seconds < 7200) {
      return counted((int) time.toMinutes(), "minute");
    }
    return time.toHours() < 48
        ? counted((int) time.toHours(), "hour")
        : counted((int) Math.min(time.toDays(), Integer.MAX_VALUE), "day");
  }

  /** For example "December 2027". */
  public String month(YearMonth month) {
    return DateTimeFormatter.ofPattern("MMMM uuuu", locale).format(month);
  }

  /** Who did something, for example "the shopper" or "pat". */
  public String actor(Actor actor) {
    return switch (actor.kind()) {
      case SHOPPER -> "the shopper";
      case MERCHANT -> actor.name().isBlank() ? "a merchant" : actor.name();
      case SCHEDULE -> "the schedule";
      case GATEWAY -> "the payment gateway";
    };
  }

  /** An address line by line, without empty lines. */
  public List<String> address(PostalAddress address) {
    String place =
        Stream.of(address.city(), address.region(), address.postalCode())
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" "));
    String country = new Locale("", address.country()).getDisplayCountry(locale);
    return Stream.of(
            address.name(), address.line1(), address.line2(), place, country, address.phone())
        .filter(line -> !line.isBlank())
        .toList();
  }
}
