package org.evergreen.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.terms.IntervalUnit.DAY;

import java.math.BigDecimal;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.Trial;
import org.evergreen.testing.OfferBuilder;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanOfferTextTest {

  @Test
  void offerIsWrittenAsJsonThatStaysReadable() {
    PlanOffer offer =
        OfferBuilder.monthly("9.90")
            .plan(7, "Coffee \"club\"")
            .signUpFee("3")
            .trial(14, DAY)
            .payments(12)
            .build();
    assertThat(PlanOfferText.write(offer))
        .isEqualTo(
            "{\"plan\":7,\"planName\":\"Coffee \\\"club\\\"\","
                + "\"interval\":{\"count\":1,\"unit\":\"MONTH\"},"
                + "\"unitPrice\":\"USD 9.90\",\"signUpFee\":\"USD 3.00\","
                + "\"trial\":{\"count\":14,\"unit\":\"DAY\"},\"payments\":12}");
  }

  @Property
  void whatIsWrittenIsReadBack(@ForAll("offers") PlanOffer offer) {
    assertThat(PlanOfferText.read(PlanOfferText.write(offer))).isEqualTo(offer);
  }

  @Provide
  Arbitrary<PlanOffer> offers() {
    Arbitrary<CurrencyUnit> currencies =
        Arbitraries.of("USD", "EUR", "JPY", "KWD").map(CurrencyUnit::of);
    Arbitrary<BillingInterval> intervals =
        Combinators.combine(
                Arbitraries.integers().between(1, 365), Arbitraries.of(IntervalUnit.class))
            .as(BillingInterval::new);
    return Combinators.combine(
            Arbitraries.longs().greaterOrEqual(1),
            Arbitraries.strings().ofMinLength(1).ofMaxLength(120),
            intervals,
            currencies,
            Arbitraries.longs().between(0, 10_000_000_000L).tuple2(),
            intervals.map(Trial::new).optional(),
            Arbitraries.integers().between(1, 999).optional())
        .as(
            (plan, name, interval, currency, minor, trial, length) ->
                new PlanOffer(
                    new PlanId(plan),
                    name,
                    interval,
                    money(currency, minor.get1()),
                    money(currency, minor.get2()),
                    trial,
                    length.map(OptionalInt::of).orElse(OptionalInt.empty())));
  }

  private static Money money(CurrencyUnit currency, long minor) {
    return Money.of(currency, BigDecimal.valueOf(minor, currency.getDecimalPlaces()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"plan\":1",
        "{\"plan\":1,\"planName\":\"x\",\"interval\":{\"count\":0,\"unit\":\"MONTH\"},"
            + "\"unitPrice\":\"USD 1.00\",\"signUpFee\":\"USD 0.00\"}",
        "{\"plan\":1,\"planName\":\"x\",\"interval\":{\"count\":1,\"unit\":\"MONTH\"},"
            + "\"unitPrice\":\"1.00\",\"signUpFee\":\"USD 0.00\"}"
      })
  void textThatIsNoOfferIsNamed(String text) {
    assertThatThrownBy(() -> PlanOfferText.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not a plan offer: '" + text + "'");
  }
}
