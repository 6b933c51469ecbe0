package org.evergreen.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
