package org.evergreen.site.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.evergreen.checkout.RecurringTotal;
import org.evergreen.payment.MethodDetails;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class SiteWordsTest {
  private static final BillingInterval MONTHLY = BillingInterval.every(1, IntervalUnit.MONTH);
  private static final Instant LATE_EVENING_UTC = Instant.parse("2026-12-20T23:30:00Z");

  private final SiteWords words = wordsIn("Europe/Berlin");

  @Test
  void aDateIsTheShopsCalendarDay() {
    assertThat(words.date(LATE_EVENING_UTC)).isEqualTo("21 December 2026");
    assertThat(words.isoDate(LATE_EVENING_UTC)).hasToString("2026-12-21");
    assertThat(words.dateTime(LATE_EVENING_UTC)).isEqualTo("21 December 2026, 00:30");
    assertThat(wordsIn("America/New_York").date(LATE_EVENING_UTC)).isEqualTo("20 December 2026");
  }

  @Test
  void amountsShowTheirCurrencyAndAllItsDecimals() {
    assertThat(words.money(Money.parse("USD 1234.5"))).isEqualTo("$1,234.50");
    assertThat(words.money(Money.parse("JPY 700"))).isEqualTo("¥700");
    assertThat(words.money(Money.parse("EUR 0.00"))).isEqualTo("€0.00");
  }

  @Test
  void onePaymentIsSingular() {
    assertThat(words.counted(1, "payment")).isEqualTo("1 payment");
    assertThat(words.counted(0, "payment")).isEqualTo("0 payments");
    assertThat(words.runsFor(OptionalInt.of(1))).isEqualTo("1 payment, then it ends");
    assertThat(words.runsFor(OptionalInt.of(12))).isEqualTo("12 payments, then it ends");
    assertThat(words.runsFor(OptionalInt.empty())).isEqualTo("Runs until you cancel");
  }

  @Test
  void aRecurringTotalSaysHowOftenFromWhenAndWhatItIncludes() {
    RecurringTotal open = total(OptionalInt.empty(), true, false);
    RecurringTotal limitedTrial = total(OptionalInt.of(11), false, true);
    RecurringTotal last = total(OptionalInt.of(1), true, false);

    assertThat(words.rhythm(open)).isEqualTo("every month from 21 December 2026");
    assertThat(words.note(open)).isEqualTo("Taxes and any shipping included");
    assertThat(words.rhythm(limitedTrial)).isEqualTo("every month from 21 December 2026");
    assertThat(words.note(limitedTrial))
        .isEqualTo("After the free trial, 11 payments, before taxes and shipping");
    assertThat(words.rhythm(last)).isEqualTo("once on 21 December 2026");
    assertThat(words.note(last)).isEqualTo("Taxes and any shipping included");
  }

  @Test
  void aPaymentMethodAndItsExpiryAreNamed() {
    MethodDetails visa = new MethodDetails("Visa", "4242", YearMonth.of(2027, 12));

    assertThat(words.method(visa)).isEqualTo("Visa ending in 4242");
    assertThat(words.month(visa.expiry())).isEqualTo("December 2027");
  }

  @Test
  void anAddressHasNoEmptyLines() {
    PostalAddress address =
        new PostalAddress("Pat Lee", "1 Main Street", "", "Austin", "TX", "78701", "US", "");

    assertThat(words.address(address))
        .isEqualTo(List.of("Pat Lee", "1 Main Street", "Austin TX 78701", "United States"));
  }

  private static RecurringTotal total(OptionalInt payments, boolean complete, boolean afterTrial) {
    return new RecurringTotal(
        MONTHLY,
        payments,
        Money.parse("USD 27.00"),
        complete,
        LATE_EVENING_UTC,
        afterTrial,
        List.of("Coffee"));
  }

  private static SiteWords wordsIn(String zone) {
    return new SiteWords(Locale.US, new ShopTime(Clock.systemUTC(), ZoneId.of(zone)));
  }
}
