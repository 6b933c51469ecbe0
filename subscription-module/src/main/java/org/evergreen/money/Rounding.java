package org.evergreen.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The one place where an exact value becomes an amount: HALF_UP at the currency's scale. */
public final class Rounding {

  private Rounding() {}

  /**
   * Rounds an exact value to the currency's minor unit, for example 6.774 USD to 6.77 and 6.5 JPY
   * to 7.
   */
  public static Money round(CurrencyUnit currency, BigDecimal exact) {
    return Money.of(currency, exact.setScale(currency.getDecimalPlaces(), RoundingMode.HALF_UP));
  }
}
