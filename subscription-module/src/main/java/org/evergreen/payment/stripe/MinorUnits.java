package org.evergreen.payment.stripe;

import java.math.BigDecimal;
import java.math.RoundingMode;
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

  /** Eight digits; more in the currencies whose units are worth little. */
  private static final long LARGEST = 99_999_999;

  private static final long LARGEST_OF_ALL = 999_999_999_999L;

  private static final Set<String> LARGE_NUMBERS =
      Set.of(
          "CLP", "COP", "GNF", "HUF", "IDR", "INR", "JPY", "KHR", "KRW", "LAK", "LBP", "MGA", "MMK",
          "PYG", "RWF", "TZS", "UGX", "UZS", "VND", "XAF", "XOF");

  private static final Set<String> TAKEN =
      Set.of(
          ("AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BWP"
                  + " BYN BZD CAD CDF CHF CLP CNY COP CRC CVE CZK DJF DKK DOP DZD EGP ETB EUR FJD"
                  + " FKP GBP GEL GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR ISK JMD JOD JPY"
                  + " KES KGS KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT"
                  + " MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR"
                  + " PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SEK SGD SHP SLE SOS SRD STD SZL THB"
                  + " TJS TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VND VUV WST XAF XCD XCG XOF"
                  + " XPF YER ZAR ZMW")
              .split(" "));

  private MinorUnits() {}

  /**
   * The number that Stripe is asked for.
   *
   * @throws UnchargeableAmountException if Stripe cannot charge exactly this amount; it is never
   *     rounded here, so that what is charged is what was invoiced
   */
  static long of(Money amount) {
    String currency = amount.getCurrencyUnit().getCode();
    if (!TAKEN.contains(currency)) {
      throw UnchargeableAmountException.currency(amount);
    }
    long number;
    try {
      number = amount.getAmount().movePointRight(decimals(amount)).longValueExact();
    } catch (ArithmeticException tooFine) {
      throw new UnchargeableAmountException(amount, step(amount), tooFine);
    }
    if (number % step(amount) != 0) {
      throw new UnchargeableAmountException(amount, step(amount), null);
    }
    if (number > (LARGE_NUMBERS.contains(currency) ? LARGEST_OF_ALL : LARGEST)) {
      throw UnchargeableAmountException.tooLarge(amount);
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
    BigDecimal amount = BigDecimal.valueOf(number, decimals(unit.getCode()));
    return Money.of(unit, amount, RoundingMode.UNNECESSARY);
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
