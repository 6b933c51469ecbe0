package org.evergreen.site.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evergreen.checkout.RecurringTotal;
import org.evergreen.money.MoneyInWords;
import org.evergreen.payment.MethodDetails;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.TermsInWords;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;
import org.springframework.util.StringUtils;

/**
 * Plain words for templates, as the bean {@code evergreenWords}: amounts with their currency, dates
 * in the shop's zone, intervals, plurals. English sentences; the locale decides how amounts and
 * names of months and countries are written.
 */
public class SiteWords {
  private static final Pattern ISO_DATE = Pattern.compile("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b");

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
    return date(time.dateOf(instant));
  }

  /** For example "21 December 2026". */
  public String date(LocalDate date) {
    return day.format(date);
  }

  /** A sentence of the engine with its dates, such as 2026-12-21, as {@link #date} writes them. */
  public String withDates(String sentence) {
    return ISO_DATE.matcher(sentence).replaceAll(found -> dateOrAsIs(found.group()));
  }

  private String dateOrAsIs(String text) {
    try {
      return date(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return text;
    }
  }

  /** The shop's local time of an instant to the minute, for example "21 December 2026, 14:05". */
  public String dateTime(Instant instant) {
    return minute.format(time.localTimeOf(instant));
  }

  /** The shop's local time of day, for example "14:05". */
  public String timeOf(Instant instant) {
    return DateTimeFormatter.ofPattern("HH:mm", locale).format(time.localTimeOf(instant));
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

  /** How long a plan runs, for example "Runs until you cancel" or "12 payments, then it ends". */
  public String runsFor(OptionalInt payments) {
    return payments.isPresent()
        ? counted(payments.getAsInt(), "payment") + ", then it ends"
        : "Runs until you cancel";
  }

  /** How often and from when, for example "every month from 21 December 2026". */
  public String rhythm(RecurringTotal total) {
    String first = date(total.firstRenewalAt());
    return total.payments().orElse(0) == 1
        ? "once on " + first
        : TermsInWords.everyInWords(total.interval(), total.alignment()) + " from " + first;
  }

  /** What a recurring total includes and how long it goes on. */
  public String note(RecurringTotal total) {
    List<String> notes = new ArrayList<>();
    if (total.afterTrial()) {
      notes.add("after the free trial");
    }
    if (total.payments().orElse(1) > 1) {
      notes.add(counted(total.payments().getAsInt(), "payment"));
    }
    notes.add(total.complete() ? "taxes and any shipping included" : "before taxes and shipping");
    return StringUtils.capitalize(String.join(", ", notes));
  }

  /** A status as the shopper knows it. */
  public String status(SubscriptionStatus status) {
    return switch (status) {
      case PENDING -> "Waiting for payment";
      case TRIALING -> "Free trial";
      case ACTIVE -> "Active";
      case PAST_DUE -> "Payment overdue";
      case PAUSED -> "Paused";
      case PENDING_CANCEL -> "Ending";
      case CANCELLED -> "Cancelled";
      case EXPIRED -> "Finished";
    };
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
