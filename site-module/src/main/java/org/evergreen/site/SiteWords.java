package org.evergreen.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.evergreen.money.MoneyInWords;
import org.evergreen.payment.MethodDetails;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.TermsInWords;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;

/**
 * Plain words for templates, as the bean {@code evergreenWords}: amounts with their currency, dates
 * in the shop's zone, intervals, plurals. English sentences; the locale decides how amounts and
 * names of months and countries are written.
 */
public class SiteWords {
  private final Locale locale;
  private final ShopTime time;
  private final DateTimeFormatter day;
  private final DateTimeFormatter minute;

  public SiteWords(Locale locale, ShopTime time) {
    this.locale = locale;
    this.time = time;
    this.day = DateTimeFormatter.ofPattern("d MMMM uuuu", locale);
    this.minute = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", locale);
  }

  /** For example "$27.00". */
  public String money(Money amount) {
    return MoneyInWords.write(amount, locale);
  }

  /** The shop's calendar day of an instant, for example "21 December 2026". */
  public String date(Instant instant) {
    return day.format(time.dateOf(instant));
  }

  /** The shop's local time of an instant to the minute, for example "21 December 2026, 14:05". */
  public String dateTime(Instant instant) {
    return minute.format(time.localTimeOf(instant));
  }

  /** The shop's calendar day of an instant for machines, for example "2026-12-21". */
  public LocalDate isoDate(Instant instant) {
    return time.dateOf(instant);
  }

  /** For example "every month" or "every 2 weeks". */
  public String every(BillingInterval interval) {
    return TermsInWords.everyInWords(interval);
  }

  /** For example "1 month" or "14 days". */
  public String length(BillingInterval length) {
    return TermsInWords.lengthInWords(length);
  }

  /** For example "1 payment" or "12 payments". */
  public String counted(int count, String noun) {
    return TermsInWords.counted(count, noun);
  }

  /** For example "Visa ending in 4242". */
  public String method(MethodDetails details) {
    return details.brand() + " ending in " + details.lastFour();
  }

  /** For example "December 2027". */
  public String month(YearMonth month) {
    return DateTimeFormatter.ofPattern("MMMM uuuu", locale).format(month);
  }

  /** An address line by line, without empty lines. */
  public List<String> address(PostalAddress address) {
    String place = joined(address.city(), address.region(), address.postalCode());
    String country = new Locale("", address.country()).getDisplayCountry(locale);
    return Stream.of(address.name(), address.line1(), address.line2(), place, country)
        .filter(line -> !line.isBlank())
        .toList();
  }

  private static String joined(String... parts) {
    return String.join(" ", Stream.of(parts).filter(part -> !part.isBlank()).toList());
  }
}
