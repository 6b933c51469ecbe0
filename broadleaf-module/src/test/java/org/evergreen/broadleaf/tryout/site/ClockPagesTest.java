package org.evergreen.broadleaf.tryout.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.evergreen.renewal.RunReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockPagesTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 'Nothing was due.'",
    "1, 1, '1 due renewal, charged in 1 payment.'",
    "3, 2, '3 due renewals, charged in 2 payments.'"
  })
  void whatARunHasDoneIsSaidInWords(int renewals, int charges, String words) {
    RunReport report = new RunReport(1, renewals, charges, charges, 0, 0, 0, 0);
    assertThat(ClockPages.words(report)).isEqualTo(words);
  }
}
