package org.evergreen.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;

/** Splits an amount in proportion to others, to the last minor unit. */
public final class Shares {

  private Shares() {}

  /**
   * A share for each weight; they add up to the whole. What does not divide goes, unit by unit, to
   * those that rounding down took most from, the first before the later. A share is never more than
   * its weight when the whole is not more than all weights.
   *
   * @param whole not negative
   * @param weights not negative, in the currency of the whole; when all are zero the first gets it
   *     all
   * @throws IllegalArgumentException if there is no weight, or something is negative
   */
  public static List<Money> of(Money whole, List<Money> weights) {
    if (weights.isEmpty() || whole.isNegative() || weights.stream().anyMatch(Money::isNegative)) {
      throw new IllegalArgumentException("Not to be shared: " + whole + " over " + weights);
    }
    BigInteger units = units(whole);
    BigInteger total = weights.stream().map(Shares::units).reduce(BigInteger.ZERO, BigInteger::add);
    if (total.signum() == 0) {
      return IntStream.range(0, weights.size())
          .mapToObj(i -> i == 0 ? whole : Money.zero(whole.getCurrencyUnit()))
          .toList();
    }
    List<BigInteger[]> exact =
        weights.stream()
            .map(weight -> units.multiply(units(weight)).divideAndRemainder(total))
            .toList();
    BigInteger given =
        exact.stream().map(parts -> parts[0]).reduce(BigInteger.ZERO, BigInteger::add);
    List<Integer> gets =
        IntStream.range(0, exact.size())
            .boxed()
            .sorted(Comparator.comparing((Integer i) -> exact.get(i)[1]).reversed())
            .limit(units.subtract(given).longValueExact())
            .toList();
    List<Money> shares = new ArrayList<>(exact.size());
    for (int i = 0; i < exact.size(); i++) {
      BigInteger share = exact.get(i)[0].add(gets.contains(i) ? BigInteger.ONE : BigInteger.ZERO);
      shares.add(Money.ofMinor(whole.getCurrencyUnit(), share.longValueExact()));
    }
    return shares;
  }

  private static BigInteger units(Money amount) {
    return BigInteger.valueOf(amount.getAmountMinorLong());
  }
}
