package org.evergreen.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.evergreen.terms.PriceRule.AmountOff;
import org.evergreen.terms.PriceRule.OwnPrice;
import org.evergreen.terms.PriceRule.PercentOff;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceRuleTest {

  private static final Instant NOW = Instant.parse("2026-03-10T14:00:00Z");

  private static final Money TEN_EUROS = Money.parse("EUR 10.00");

  @ParameterizedTest
  @CsvSource({
    "USD 19.99, 10, USD 17.99",
    "USD 19.99, 0, USD 19.99",
    "USD 19.99, 100, USD 0.00",
    "USD 19.99, 33.3333, USD 13.33",
    "USD 0.01, 50, USD 0.01",
    "USD 0.01, 50.0001, USD 0.00",
    "JPY 999, 15, JPY 849",
    "KWD 1.235, 50, KWD 0.618",
    "USD 0.00, 10, USD 0.00",
  })
  void percentOffIsRoundedOnceAtTheCurrencysScale(
      String current, BigDecimal percent, String expectedPrice) {
    assertThat(new PercentOff(percent).priceFrom(Money.parse(current), NOW))
        .isEqualTo(Money.parse(expectedPrice));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.01", "-100", "100.0001", "1000"})
  void aPercentageBeyondZeroToHundredIsRefusedAndNamed(BigDecimal percent) {
    assertThatThrownBy(() -> new PercentOff(percent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(percent.toString());
  }

  @ParameterizedTest
  @CsvSource({"10, 10.00", "10, 10.0000", "0, 0.00", "100, 1E+2", "12.5, 12.5000"})
  void percentagesOfEqualValueAreEqualHoweverTheyAreWritten(BigDecimal one, BigDecimal other) {
    assertThat(new PercentOff(one)).isEqualTo(new PercentOff(other));
    assertThat(new PercentOff(other).percent()).hasToString(one.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "USD 19.99, USD 5.00, USD 14.99",
    "USD 5.00, USD 5.00, USD 0.00",
    "USD 4.99, USD 5.00, USD 0.00",
    "USD 4.99, USD 0.00, USD 4.99",
  })
  void amountOffNeverFallsBelowZero(String current, String off, String expectedPrice) {
    assertThat(new AmountOff(Money.parse(off)).priceFrom(Money.parse(current), NOW))
        .isEqualTo(Money.parse(expectedPrice));
  }

  @Test
  void anOwnPriceStandsWhateverTheProductCosts() {
    PriceRule rule = new OwnPrice(TEN_EUROS);

    assertThat(rule.priceFrom(Money.parse("EUR 99.00"), NOW)).isEqualTo(TEN_EUROS);
    assertThat(rule.priceFrom(Money.parse("EUR 0.00"), NOW)).isEqualTo(TEN_EUROS);
  }

  @Test
  void aProductInAnotherCurrencyIsRefusedAndBothAreNamed() {
    Money dollars = Money.parse("USD 10.00");

    assertThatThrownBy(() -> new OwnPrice(TEN_EUROS).priceFrom(dollars, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The plan is priced in EUR, the product in USD");
    assertThatThrownBy(() -> new AmountOff(TEN_EUROS).priceFrom(dollars, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The plan is priced in EUR, the product in USD");
  }

  @Test
  void negativeAmountsAreRefused() {
    assertThatThrownBy(() -> new OwnPrice(TEN_EUROS.negated()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EUR -10.00");
    assertThatThrownBy(() -> new AmountOff(TEN_EUROS.negated()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EUR -10.00");
  }

  @Test
  void onlyARuleWithAnAmountHasACurrency() {
    assertThat(new PercentOff(BigDecimal.TEN).currency()).isEmpty();
    assertThat(new AmountOff(TEN_EUROS).currency()).contains(CurrencyUnit.EUR);
    assertThat(new OwnPrice(TEN_EUROS).currency()).contains(CurrencyUnit.EUR);
  }

  @Property
  void percentOffAndWhatIsTakenOffMakeUpTheWholePrice(
      @ForAll @LongRange(min = 0, max = 100_000_000) long cents,
      @ForAll @BigRange(min = "0", max = "100") @Scale(4) BigDecimal percent) {
    Money current = Money.ofMinor(CurrencyUnit.USD, cents);

    Money price = new PercentOff(percent).priceFrom(current, NOW);

    BigDecimal exactlyOff = current.getAmount().multiply(percent).movePointLeft(2);
    BigDecimal off = current.minus(price).getAmount();
    assertThat(off.subtract(exactlyOff).abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
    assertThat(price.isNegative()).isFalse();
    assertThat(price.isGreaterThan(current)).isFalse();
  }

  @Property
  void aHigherDiscountIsNeverDearer(
      @ForAll @LongRange(min = 0, max = 100_000_000) long cents,
      @ForAll @BigRange(min = "0", max = "100") @Scale(4) BigDecimal one,
      @ForAll @BigRange(min = "0", max = "100") @Scale(4) BigDecimal other) {
    Money current = Money.ofMinor(CurrencyUnit.USD, cents);

    Money dearer = new PercentOff(one.min(other)).priceFrom(current, NOW);
    Money cheaper = new PercentOff(one.max(other)).priceFrom(current, NOW);

    assertThat(cheaper.isGreaterThan(dearer)).isFalse();
  }

  @Test
  void aSaleIsBelowThePriceAndEndsAfterItBegins() {
    Instant later = NOW.plusSeconds(1);
    assertThatThrownBy(() -> onSale("EUR 10.00", Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A sale price is below the price of EUR 10.00, not EUR 10.00");
    assertThatThrownBy(() -> onSale("EUR -1.00", Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> onSale("EUR 9.00", Optional.of(later), Optional.of(later)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A sale ends after it begins, not from " + later + " until " + later);
    assertThat(onSale("EUR 9.00", Optional.of(NOW), Optional.of(later)).sale()).isPresent();
  }

  @Test
  void aSaleIsOnFromItsFirstMomentUntilItsEnd() {
    Money current = Money.parse("EUR 99.00");
    Instant end = NOW.plusSeconds(60);
    PriceRule both = onSale("EUR 8.00", Optional.of(NOW), Optional.of(end));
    assertThat(both.priceFrom(current, NOW.minusNanos(1))).isEqualTo(TEN_EUROS);
    assertThat(both.priceFrom(current, NOW)).isEqualTo(Money.parse("EUR 8.00"));
    assertThat(both.priceFrom(current, end.minusNanos(1))).isEqualTo(Money.parse("EUR 8.00"));
    assertThat(both.priceFrom(current, end)).isEqualTo(TEN_EUROS);
    PriceRule endless = onSale("EUR 8.00", Optional.empty(), Optional.empty());
    assertThat(endless.priceFrom(current, Instant.EPOCH)).isEqualTo(Money.parse("EUR 8.00"));
  }

  private static OwnPrice onSale(String price, Optional<Instant> from, Optional<Instant> until) {
    return new OwnPrice(
        TEN_EUROS, Optional.of(new PriceRule.Sale(Money.parse(price), from, until)));
  }
}
