package org.evergreen.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.terms.IntervalUnit.DAY;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.Commitment;
import org.evergreen.terms.DownloadRelease;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.PlanConditions;
import org.evergreen.terms.PurchaseLimit;
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

  @Test
  void everyTermIsWritten() {
    PlanOffer offer =
        OfferBuilder.monthly("9.90")
            .plan(7, "Club")
            .trialOnce(14, DAY)
            .nothingUntil(new AlignmentDay.DayOfMonth(15))
            .grace(4)
            .limit(PurchaseLimit.ONE_ACTIVE)
            .shippingOnce()
            .commitment(3, 30)
            .drip()
            .build();
    assertThat(PlanOfferText.write(offer))
        .isEqualTo(
            "{\"plan\":7,\"planName\":\"Club\","
                + "\"interval\":{\"count\":1,\"unit\":\"MONTH\"},"
                + "\"unitPrice\":\"USD 9.90\",\"signUpFee\":\"USD 0.00\","
                + "\"trial\":{\"count\":14,\"unit\":\"DAY\",\"once\":true},"
                + "\"alignment\":{\"day\":\"DAY_OF_MONTH-15\","
                + "\"first\":\"NOTHING_UNTIL_DAY\",\"grace\":4},"
                + "\"shippingOnce\":true,\"limit\":\"ONE_ACTIVE\","
                + "\"minimumPayments\":3,\"noticeDays\":30,\"downloads\":\"AFTER_RENEWAL\"}");
  }

  @Test
  void textFromBeforeTheseTermsHasTheUsualOnes() {
    String old =
        "{\"plan\":7,\"planName\":\"Club\",\"interval\":{\"count\":1,\"unit\":\"MONTH\"},"
            + "\"unitPrice\":\"USD 9.90\",\"signUpFee\":\"USD 3.00\","
            + "\"trial\":{\"count\":14,\"unit\":\"DAY\"},\"payments\":12}";
    assertThat(PlanOfferText.read(old))
        .isEqualTo(
            OfferBuilder.monthly("9.90")
                .plan(7, "Club")
                .signUpFee("3")
                .trial(14, DAY)
                .payments(12)
                .build());
  }

  @Test
  void termsThatALaterVersionAddsAreReadOver() {
    String newer =
        PlanOfferText.write(OfferBuilder.monthly("9.90").build())
            .replaceFirst("}$", ",\"later\":1}");
    assertThat(PlanOfferText.read(newer)).isEqualTo(OfferBuilder.monthly("9.90").build());
  }

  @Property
  void whatIsWrittenIsReadBack(@ForAll("offers") PlanOffer offer) {
    assertThat(PlanOfferText.read(PlanOfferText.write(offer))).isEqualTo(offer);
  }

  @Provide
  Arbitrary<PlanOffer> offers() {
    Arbitrary<CurrencyUnit> currencies =
        Arbitraries.of("USD", "EUR", "JPY", "KWD").map(CurrencyUnit::of);
    Arbitrary<Trial> trials =
        Combinators.combine(intervals(), Arbitraries.of(true, false)).as(Trial::new);
    return Combinators.combine(
            Combinators.combine(
                    Arbitraries.longs().greaterOrEqual(1).map(PlanId::new),
                    Arbitraries.strings().ofMinLength(1).ofMaxLength(120))
                .as(Tuple::of),
            intervals(),
            currencies,
            Arbitraries.longs().between(0, 10_000_000_000L).tuple2(),
            trials.optional(),
            Arbitraries.integers().between(1, 999).optional(),
            alignments().optional(),
            conditions())
        .as(
            (plan, interval, currency, minor, trial, length, alignment, conditions) ->
                new PlanOffer(
                    plan.get1(),
                    plan.get2(),
                    interval,
                    money(currency, minor.get1()),
                    money(currency, minor.get2()),
                    trial,
                    length.map(OptionalInt::of).orElse(OptionalInt.empty()),
                    alignment,
                    conditions));
  }

  private static Arbitrary<BillingInterval> intervals() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 365), Arbitraries.of(IntervalUnit.class))
        .as(BillingInterval::new);
  }

  private static Arbitrary<Alignment> alignments() {
    Arbitrary<AlignmentDay> days =
        Arbitraries.oneOf(
            Arbitraries.of(DayOfWeek.class).map(AlignmentDay.Weekday::new),
            Arbitraries.integers().between(1, 28).map(AlignmentDay.DayOfMonth::new),
            Arbitraries.just(new AlignmentDay.LastDayOfMonth()),
            Arbitraries.integers()
                .between(1, 366)
                .map(day -> MonthDay.from(LocalDate.ofYearDay(2028, day)))
                .map(AlignmentDay.DayOfYear::new));
    return Combinators.combine(
            days,
            Arbitraries.of(Alignment.FirstPayment.class),
            Arbitraries.integers().between(0, Alignment.MAX_GRACE_DAYS))
        .as(Alignment::new);
  }

  private static Arbitrary<PlanConditions> conditions() {
    Arbitrary<Commitment> commitments =
        Combinators.combine(
                Arbitraries.integers().between(0, 999), Arbitraries.integers().between(0, 365))
            .as(Commitment::new);
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of(PurchaseLimit.class),
            commitments,
            Arbitraries.of(DownloadRelease.class))
        .as(PlanConditions::new);
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
            + "\"unitPrice\":\"1.00\",\"signUpFee\":\"USD 0.00\"}",
        "{\"plan\":1,\"planName\":\"x\",\"interval\":{\"count\":1,\"unit\":\"MONTH\"},"
            + "\"unitPrice\":\"USD 1.00\",\"signUpFee\":\"USD 0.00\","
            + "\"alignment\":{\"day\":\"DAY_OF_MONTH-31\",\"first\":\"FULL_NOW\"}}",
        "{\"plan\":1,\"planName\":\"x\",\"interval\":{\"count\":1,\"unit\":\"MONTH\"},"
            + "\"unitPrice\":\"USD 1.00\",\"signUpFee\":\"USD 0.00\","
            + "\"alignment\":{\"day\":\"WEEKDAY\",\"first\":\"FULL_NOW\"}}",
        "{\"plan\":1,\"planName\":\"x\",\"interval\":{\"count\":1,\"unit\":\"MONTH\"},"
            + "\"unitPrice\":\"USD 1.00\",\"signUpFee\":\"USD 0.00\",\"limit\":\"SOME\"}"
      })
  void textThatIsNoOfferIsNamed(String text) {
    assertThatThrownBy(() -> PlanOfferText.read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not a plan offer: '" + text + "'");
  }
}
