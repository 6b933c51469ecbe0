package org.evergreen.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class MoneyInWordsTest {
  @Test
  void everyMinorUnitIsWritten() {
    assertThat(MoneyInWords.write(Money.parse("USD 1234.5"), Locale.US)).isEqualTo("$1,234.50");
    assertThat(MoneyInWords.write(Money.parse("JPY 500"), Locale.US)).isEqualTo("¥500");
    assertThat(MoneyInWords.write(Money.parse("KWD 1.234"), Locale.US)).contains("1.234");
  }

  @Test
  void theLocaleDecidesSeparatorsAndPlaceOfTheSign() {
    assertThat(MoneyInWords.write(Money.parse("EUR 1234.5"), Locale.GERMANY))
        .isEqualTo("1.234,50\u00a0€");
  }
}
