package org.evergreen.payment.stripe;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Amounts as Stripe counts them: whole numbers of the smallest unit, with Stripe's own view of what
 * that is. See {@code docs/12-stripe.md}, section Amounts.
 */
final class MinorUnits {

  /** Counted in whole units. */
  private static final Set<String> WITHOUT_DECIMALS =
      Set.of(
          "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF",
          "XOF", "XPF");

  /** Counted in hundredths that are always zero. */
  private static final Set<String> WHOLE_HUNDREDS = Set.of("ISK", "UGX");

  /** Counted in thousandths whose last digit is always zero. */
  private static final Set<String> THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

  private MinorUnits() {}

  /**
   * The number that Stripe is asked for.
   *
   * @throws UnchargeableAmountException if Stripe cannot charge exactly this amount; it is never
   *     rounded here, so that what is charged is what was invoiced
   */
  static long of(Money amount) {
    long number;
    try {
      number = amount.getAmount().movePointRight(decimals(amount)).longValueExact();
    } catch (ArithmeticException tooFine) {
      throw new UnchargeableAmountException(amount, step(amount), tooFine);
    }
    if (number % step(amount) != 0) {
      throw new UnchargeableAmountException(amount, step(amount), null);
    }
    return number;
  }

  /**
   * The amount that a number of Stripe stands for.
   *
   * @param currency ISO code in lower case
   */
  static Money money(String currency, long number) {
    CurrencyUnit unit = CurrencyUnit.of(currency.toUpperCase(Locale.ROOT));
    return Money.of(unit, BigDecimal.valueOf(number, decimals(unit.getCode())));
  }

  private static int decimals(Money amount) {
    return decimals(amount.getCurrencyUnit().getCode());
  }

  private static int decimals(String currency) {
    if (WITHOUT_DECIMALS.contains(currency)) {
      return 0;
    }
    return THREE_DECIMALS.contains(currency) ? 3 : 2;
  }

  private static int step(Money amount) {
    String currency = amount.getCurrencyUnit().getCode();
    if (WHOLE_HUNDREDS.contains(currency)) {
      return 100;
    }
    return THREE_DECIMALS.contains(currency) ? 10 : 1;
  }
}
