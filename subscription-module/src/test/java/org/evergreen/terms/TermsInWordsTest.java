package org.evergreen.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.Optional;
import java.util.stream.Stream;
import org.evergreen.terms.Alignment.FirstPayment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TermsInWordsTest {

  @ParameterizedTest
  @CsvSource({
    "1, DAY, every day, 1 day",
    "14, DAY, every 14 days, 14 days",
    "1, WEEK, every week, 1 week",
    "2, WEEK, every 2 weeks, 2 weeks",
    "1, MONTH, every month, 1 month",
    "3, MONTH, every 3 months, 3 months",
    "1, YEAR, every year, 1 year",
    "10, YEAR, every 10 years, 10 years"
  })
  void oneIsSingularAndMoreArePlural(int count, IntervalUnit unit, String every, String length) {
    BillingInterval interval = BillingInterval.every(count, unit);

    assertThat(TermsInWords.everyInWords(interval)).isEqualTo(every);
    assertThat(TermsInWords.lengthInWords(interval)).isEqualTo(length);
  }

  static Stream<Arguments> days() {
    return Stream.of(
        arguments(new AlignmentDay.Weekday(DayOfWeek.MONDAY), "Monday"),
        arguments(new AlignmentDay.DayOfMonth(1), "the 1st"),
        arguments(new AlignmentDay.DayOfMonth(2), "the 2nd"),
        arguments(new AlignmentDay.DayOfMonth(3), "the 3rd"),
        arguments(new AlignmentDay.DayOfMonth(4), "the 4th"),
        arguments(new AlignmentDay.DayOfMonth(11), "the 11th"),
        arguments(new AlignmentDay.DayOfMonth(12), "the 12th"),
        arguments(new AlignmentDay.DayOfMonth(13), "the 13th"),
        arguments(new AlignmentDay.DayOfMonth(21), "the 21st"),
        arguments(new AlignmentDay.DayOfMonth(22), "the 22nd"),
        arguments(new AlignmentDay.DayOfMonth(23), "the 23rd"),
        arguments(new AlignmentDay.DayOfMonth(28), "the 28th"),
        arguments(new AlignmentDay.LastDayOfMonth(), "the last day of the month"),
        arguments(new AlignmentDay.DayOfYear(MonthDay.of(2, 29)), "29 February"));
  }

  @ParameterizedTest
  @MethodSource("days")
  void alignedDayIsNamed(AlignmentDay day, String words) {
    assertThat(TermsInWords.dayInWords(day)).isEqualTo(words);
  }

  @Test
  void alignmentIsPartOfTheInterval() {
    BillingInterval fortnight = BillingInterval.every(2, IntervalUnit.WEEK);
    Alignment monday =
        new Alignment(new AlignmentDay.Weekday(DayOfWeek.MONDAY), FirstPayment.FULL_NOW, 0);
    assertThat(TermsInWords.everyInWords(fortnight, Optional.of(monday)))
        .isEqualTo("every 2 weeks on Monday");
    assertThat(TermsInWords.everyInWords(fortnight, Optional.empty())).isEqualTo("every 2 weeks");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FULL_NOW | 0 | The first payment is due today, all others on the 1st.
          FULL_NOW | 1 | The first payment is due today, all others on the 1st. In the last day before it, today's payment is in full and counts from that day.
          NOTHING_UNTIL_DAY | 0 | The first payment is due on the 1st, nothing before.
          NOTHING_UNTIL_DAY | 5 | The first payment is due on the 1st, nothing before.
          PRORATED | 0 | Today you pay for the days until the 1st only, then in full on that day.
          PRORATED | 5 | Today you pay for the days until the 1st only, then in full on that day. In the last 5 days before it, today's payment is in full and counts from that day.
          """)
  void firstPaymentIsExplained(FirstPayment first, int grace, String words) {
    assertThat(
            TermsInWords.firstPaymentInWords(
                new Alignment(new AlignmentDay.DayOfMonth(1), first, grace)))
        .isEqualTo(words);
  }

  @Test
  void trialSaysWhenACustomerGetsItOnce() {
    BillingInterval month = BillingInterval.every(1, IntervalUnit.MONTH);
    assertThat(TermsInWords.trialInWords(new Trial(month))).isEqualTo("1 month free");
    assertThat(TermsInWords.trialInWords(new Trial(month, true)))
        .isEqualTo("1 month free, once per customer");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, ",
    "1, 0, at least 1 payment",
    "3, 0, at least 3 payments",
    "0, 1, 1 day's notice",
    "0, 14, 14 days' notice",
    "3, 30, 'at least 3 payments, 30 days'' notice'"
  })
  void commitmentIsSaidInOnePhrase(int payments, int days, String words) {
    assertThat(TermsInWords.commitmentInWords(new Commitment(payments, days)))
        .isEqualTo(Optional.ofNullable(words));
  }

  @Test
  void everyConditionIsASentence() {
    assertThat(TermsInWords.conditionsInWords(PlanConditions.usual())).isEmpty();
    assertThat(
            TermsInWords.conditionsInWords(
                new PlanConditions(
                    true,
                    PurchaseLimit.ONE_ACTIVE,
                    new Commitment(3, 30),
                    DownloadRelease.AFTER_RENEWAL)))
        .containsExactly(
            "Shipping is charged with the first order only.",
            "One subscription at a time per customer.",
            "To cancel: at least 3 payments, 30 days' notice.",
            "Files that are added later come after your next payment.");
    assertThat(
            TermsInWords.conditionsInWords(
                new PlanConditions(
                    false, PurchaseLimit.ONE_EVER, Commitment.none(), DownloadRelease.ALL_AT_ONCE)))
        .containsExactly("One subscription per customer, ever.");
  }
}
