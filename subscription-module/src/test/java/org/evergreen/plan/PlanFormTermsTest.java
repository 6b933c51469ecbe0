package org.evergreen.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.terms.IntervalUnit.MONTH;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.evergreen.form.FieldViolation;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.Alignment.FirstPayment;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.Commitment;
import org.evergreen.terms.DownloadRelease;
import org.evergreen.terms.PlanConditions;
import org.evergreen.terms.PlanTerms;
import org.evergreen.terms.PurchaseLimit;
import org.evergreen.terms.Trial;
import org.evergreen.testing.FakeStorefront;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The terms beyond interval, price, trial and length. */
class PlanFormTermsTest {

  private static final String FITS =
      "Choose a weekday for weeks, a day of the month for months, a day of the year for years, and"
          + " none for days";

  private final PlanFormReader reader =
      new PlanFormReader(
          CurrencyUnit.USD, ZoneId.of("Europe/Berlin"), new FakeStorefront(), group -> false);

  @Test
  void everyTermIsRead() {
    PlanTerms terms =
        valid(
            form -> {
              form.trialCount = "14";
              form.trialUnit = "DAY";
              form.trialOnce = true;
              form.alignmentDay = "DAY_OF_MONTH-15";
              form.firstPayment = "NOTHING_UNTIL_DAY";
              form.graceDays = "4";
              form.payments = "12";
              form.limit = "ONE_EVER";
              form.minimumPayments = "3";
              form.noticeDays = "30";
              form.downloads = "AFTER_RENEWAL";
            });
    assertThat(terms.trial()).contains(new Trial(BillingInterval.every(14, DAY), true));
    assertThat(terms.interval()).isEqualTo(BillingInterval.every(1, MONTH));
    assertThat(terms.alignment())
        .contains(
            new Alignment(new AlignmentDay.DayOfMonth(15), FirstPayment.NOTHING_UNTIL_DAY, 4));
    assertThat(terms.conditions())
        .isEqualTo(
            new PlanConditions(
                false,
                PurchaseLimit.ONE_EVER,
                new Commitment(3, 30),
                DownloadRelease.AFTER_RENEWAL));
  }

  @Test
  void emptyFieldsMeanTheUsual() {
    PlanTerms terms =
        valid(
            form -> {
              form.alignmentDay = null;
              form.firstPayment = null;
              form.graceDays = null;
              form.limit = null;
              form.minimumPayments = " ";
              form.noticeDays = null;
              form.downloads = "";
            });
    assertThat(terms.alignment()).isEmpty();
    assertThat(terms.conditions()).isEqualTo(PlanConditions.usual());
  }

  @Test
  void shippingOnceIsRead() {
    assertThat(valid(form -> form.shippingOnce = true).conditions().shippingOnce()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "MONTH, LAST_DAY_OF_MONTH",
    "MONTH, DAY_OF_MONTH-1",
    "MONTH, DAY_OF_MONTH-28",
    "WEEK, WEEKDAY-1",
    "WEEK, WEEKDAY-7"
  })
  void everyDayOfTheListIsRead(String unit, String code) {
    Alignment alignment = aligned(unit, code).alignment().orElseThrow();
    assertThat(DayCode.of(alignment.day())).hasToString(code);
    assertThat(alignment.firstPayment()).isEqualTo(FirstPayment.FULL_NOW);
    assertThat(alignment.graceDays()).isZero();
  }

  @Test
  void weekBeginsOnMonday() {
    assertThat(aligned("WEEK", "WEEKDAY-1").alignment().orElseThrow().day())
        .isEqualTo(new AlignmentDay.Weekday(DayOfWeek.MONDAY));
  }

  private PlanTerms aligned(String unit, String day) {
    return valid(
        form -> {
          form.intervalUnit = unit;
          form.alignmentDay = day;
        });
  }

  @Test
  void dayOfTheYearHasItsOwnFields() {
    PlanTerms terms =
        valid(
            form -> {
              form.intervalUnit = "YEAR";
              form.alignmentDay = "DAY_OF_YEAR";
              form.yearDay = "29";
              form.yearMonth = "2";
            });
    assertThat(terms.alignment().orElseThrow().day())
        .isEqualTo(new AlignmentDay.DayOfYear(MonthDay.of(2, 29)));
  }

  @ParameterizedTest
  @CsvSource({
    "31, 2, yearDay, 'This month has no day 31; choose an earlier one'",
    "30, 2, yearDay, 'This month has no day 30; choose an earlier one'",
    "31, 4, yearDay, 'This month has no day 31; choose an earlier one'",
    "32, 1, yearDay, 'Enter a whole number from 1 to 31, not ''32'''",
    "1, 13, yearMonth, 'Enter a whole number from 1 to 12, not ''13'''",
    "1, '', yearMonth, Enter a whole number from 1 to 12"
  })
  void dayThatNoYearHasIsRefused(String day, String month, String field, String message) {
    assertThat(
            violations(
                form -> {
                  form.intervalUnit = "YEAR";
                  form.alignmentDay = "DAY_OF_YEAR";
                  form.yearDay = day;
                  form.yearMonth = month;
                }))
        .containsExactly(new FieldViolation(field, message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DAY_OF_MONTH-29",
        "DAY_OF_MONTH-0",
        "DAY_OF_MONTH",
        "DAY_OF_MONTH-1-1",
        "WEEKDAY-8",
        "WEEKDAY-0",
        "WEEKDAY-x",
        "WEEKDAY--1",
        "LAST_DAY_OF_MONTH-1",
        "DAY_OF_YEAR-31-2",
        "SOME_DAY",
        "-",
        "15"
      })
  void dayThatIsNotInTheListIsRefused(String code) {
    assertThat(violations(form -> form.alignmentDay = code))
        .containsExactly(new FieldViolation("alignmentDay", "Choose a day from the list"));
  }

  @ParameterizedTest
  @CsvSource({
    "DAY, WEEKDAY-1",
    "DAY, DAY_OF_MONTH-1",
    "DAY, LAST_DAY_OF_MONTH",
    "WEEK, DAY_OF_MONTH-1",
    "WEEK, LAST_DAY_OF_MONTH",
    "MONTH, WEEKDAY-1",
    "YEAR, WEEKDAY-1",
    "YEAR, DAY_OF_MONTH-1",
    "YEAR, LAST_DAY_OF_MONTH"
  })
  void dayThatDoesNotFitTheIntervalIsRefused(String unit, String code) {
    assertThat(
            violations(
                form -> {
                  form.intervalUnit = unit;
                  form.alignmentDay = code;
                }))
        .containsExactly(new FieldViolation("alignmentDay", FITS));
  }

  @ParameterizedTest
  @CsvSource({
    "MONTH, DAY_OF_MONTH-1, 29, 'Enter a grace that is not longer than the interval'",
    "WEEK, WEEKDAY-1, 8, 'Enter a grace that is not longer than the interval'",
    "MONTH, DAY_OF_MONTH-1, 61, 'Enter a whole number from 0 to 60, not ''61'''",
    "MONTH, DAY_OF_MONTH-1, -1, 'Enter a whole number from 0 to 60, not ''-1'''"
  })
  void graceIsNotLongerThanTheInterval(String unit, String day, String grace, String message) {
    assertThat(
            violations(
                form -> {
                  form.intervalUnit = unit;
                  form.alignmentDay = day;
                  form.graceDays = grace;
                }))
        .containsExactly(new FieldViolation("graceDays", message));
  }

  @Test
  void firstPaymentIsChosenWhenADayIs() {
    assertThat(
            violations(
                form -> {
                  form.alignmentDay = "DAY_OF_MONTH-1";
                  form.firstPayment = "";
                }))
        .containsExactly(
            new FieldViolation(
                "firstPayment", "Choose what is paid before the first of these days"));
  }

  @Test
  void trialOnAPlanWhoseFirstPaymentIsProratedIsRefused() {
    assertThat(
            violations(
                form -> {
                  form.alignmentDay = "DAY_OF_MONTH-1";
                  form.firstPayment = "PRORATED";
                  form.trialCount = "14";
                  form.trialUnit = "DAY";
                }))
        .containsExactly(
            new FieldViolation(
                "trialCount",
                "A plan whose first payment is prorated has no free trial; empty it or choose"
                    + " another first payment"));
  }

  @Test
  void shippingOnceWithATrialIsRefused() {
    assertThat(
            violations(
                form -> {
                  form.shippingOnce = true;
                  form.trialCount = "14";
                  form.trialUnit = "DAY";
                }))
        .containsExactly(
            new FieldViolation(
                "shippingOnce",
                "With a free trial the first order is not shipped, so shipping would never be"
                    + " charged; charge it with every order or leave out the trial"));
  }

  @ParameterizedTest
  @CsvSource({"1, 2, 1 payment", "12, 13, 12 payments", "12, 999, 12 payments"})
  void minimumAboveTheLengthIsRefused(String length, String minimum, String counted) {
    assertThat(
            violations(
                form -> {
                  form.payments = length;
                  form.minimumPayments = minimum;
                }))
        .containsExactly(
            new FieldViolation(
                "minimumPayments",
                "The plan ends after " + counted + "; require no more than that"));
  }

  @Test
  void rulesBetweenFieldsAreToldTogetherWithOthers() {
    assertThat(
            violations(
                form -> {
                  form.name = "";
                  form.alignmentDay = "WEEKDAY-1";
                  form.firstPayment = "PRORATED";
                  form.graceDays = "40";
                  form.trialCount = "1";
                  form.trialUnit = "WEEK";
                  form.shippingOnce = true;
                  form.payments = "3";
                  form.minimumPayments = "4";
                  form.noticeDays = "1000";
                }))
        .extracting(FieldViolation::field)
        .containsExactlyInAnyOrder(
            "name",
            "alignmentDay",
            "graceDays",
            "trialCount",
            "shippingOnce",
            "minimumPayments",
            "noticeDays");
  }

  private PlanTerms valid(Consumer<PlanFormBuilder> typing) {
    PlanFormReading reading = read(typing);
    assertThat(reading).isInstanceOf(PlanFormReading.Valid.class);
    return ((PlanFormReading.Valid) reading).draft().terms();
  }

  private List<FieldViolation> violations(Consumer<PlanFormBuilder> typing) {
    PlanFormReading reading = read(typing);
    assertThat(reading).isInstanceOf(PlanFormReading.Invalid.class);
    return ((PlanFormReading.Invalid) reading).violations();
  }

  private PlanFormReading read(Consumer<PlanFormBuilder> typing) {
    PlanFormBuilder form = new PlanFormBuilder();
    typing.accept(form);
    return reader.read(form.build());
  }
}
