package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.evergreen.money.Percentage;
import org.evergreen.money.Shares;
import org.evergreen.terms.RecurringDiscount;
import org.evergreen.terms.RecurringDiscount.Reduction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class DiscountMathPropertiesTest {

  /** Lines of one payment and what is taken off them, in one currency. */
  record Payment(List<Money> lines, List<RecurringDiscount> discounts) {

    CurrencyUnit currency() {
      return lines.get(0).getCurrencyUnit();
    }
  }

  @Property
  void whatIsTakenOffTheLinesIsWhatIsTakenOffTheWhole(@ForAll("payments") Payment payment) {
    Money left = Money.total(payment.lines());
    for (RecurringDiscount discount : payment.discounts()) {
      left = left.minus(DiscountMath.off(discount.reduction(), left));
    }
    assertThat(Money.total(payment.currency(), split(payment)))
        .isEqualTo(Money.total(payment.lines()).minus(left));
  }

  @Property
  void noLineIsPaidOut(@ForAll("payments") Payment payment) {
    List<Money> off = split(payment);
    assertThat(off).hasSameSizeAs(payment.lines());
    for (int i = 0; i < off.size(); i++) {
      assertThat(off.get(i).isNegative()).isFalse();
      assertThat(off.get(i).isGreaterThan(payment.lines().get(i))).isFalse();
    }
  }

  @Property
  void sharesAddUpAndAreWithinAUnitOfTheirPart(@ForAll("payments") Payment payment) {
    Money whole = Money.ofMinor(payment.currency(), 997);
    List<Money> shares = Shares.of(whole, payment.lines());
    assertThat(Money.total(shares)).isEqualTo(whole);
    long total = Money.total(payment.lines()).getAmountMinorLong();
    if (total > 0) {
      IntStream.range(0, shares.size())
          .forEach(
              i -> {
                long exact = 997 * payment.lines().get(i).getAmountMinorLong() / total;
                assertThat(shares.get(i).getAmountMinorLong()).isBetween(exact, exact + 1);
              });
    }
  }

  @Example
  void tenPercentOfThreeSmallLinesIsRoundedOnce() {
    List<Money> lines = amounts(CurrencyUnit.USD, 5, 5, 5);
    assertThat(DiscountMath.split(lines, List.of(percent("10"))))
        .isEqualTo(amounts(CurrencyUnit.USD, 1, 1, 0));
  }

  @Example
  void currencyWithoutMinorUnitsIsSplitInWholeUnits() {
    List<Money> lines = amounts(CurrencyUnit.JPY, 500, 333);
    assertThat(DiscountMath.split(lines, List.of(percent("15"))))
        .isEqualTo(amounts(CurrencyUnit.JPY, 75, 50));
  }

  @Example
  void amountAbovePriceTakesAllAndNoMore() {
    List<Money> lines = amounts(CurrencyUnit.USD, 1000, 0, 250);
    assertThat(DiscountMath.split(lines, List.of(amount(CurrencyUnit.USD, 5000), percent("50"))))
        .isEqualTo(lines);
  }

  @Example
  void discountsAreTakenOneAfterTheOther() {
    List<Money> lines = amounts(CurrencyUnit.USD, 1000);
    assertThat(DiscountMath.split(lines, List.of(amount(CurrencyUnit.USD, 200), percent("50"))))
        .isEqualTo(amounts(CurrencyUnit.USD, 600));
    assertThat(DiscountMath.split(List.of(), List.of(percent("50")))).isEmpty();
  }

  private static List<Money> split(Payment payment) {
    return DiscountMath.split(payment.lines(), payment.discounts());
  }

  private static List<Money> amounts(CurrencyUnit currency, long... minor) {
    return Arrays.stream(minor).mapToObj(unit -> Money.ofMinor(currency, unit)).toList();
  }

  private static RecurringDiscount percent(String percent) {
    return discount(new Reduction.Percent(Percentage.of(percent)));
  }

  private static RecurringDiscount amount(CurrencyUnit currency, long minor) {
    return discount(new Reduction.Amount(Money.ofMinor(currency, minor)));
  }

  private static RecurringDiscount discount(Reduction reduction) {
    return new RecurringDiscount("Coupon", reduction, OptionalInt.empty());
  }

  @Provide
  Arbitrary<Payment> payments() {
    return Arbitraries.of(CurrencyUnit.USD, CurrencyUnit.JPY, CurrencyUnit.of("KWD"))
        .flatMap(
            currency ->
                Combinators.combine(
                        Arbitraries.longs()
                            .between(0, 1_000_000)
                            .map(minor -> Money.ofMinor(currency, minor))
                            .list()
                            .ofMinSize(1)
                            .ofMaxSize(8),
                        discounts(currency).list().ofMaxSize(3))
                    .as(Payment::new));
  }

  private static Arbitrary<RecurringDiscount> discounts(CurrencyUnit currency) {
    Arbitrary<RecurringDiscount> percents =
        Arbitraries.integers()
            .between(1, 10_000)
            .map(part -> percent(BigDecimal.valueOf(part, 2).toPlainString()));
    Arbitrary<RecurringDiscount> amounts =
        Arbitraries.longs().between(1, 2_000_000).map(minor -> amount(currency, minor));
    return Arbitraries.oneOf(percents, amounts);
  }
}
