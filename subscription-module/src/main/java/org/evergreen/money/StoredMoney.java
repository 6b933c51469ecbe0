package org.evergreen.money;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Amounts as tables keep them: a number with four decimals next to a currency code. */
public final class StoredMoney {

  private StoredMoney() {}

  /**
   * The amount that two columns hold.
   *
   * @throws ArithmeticException if the number has more decimals than the currency
   */
  public static Money of(String currency, BigDecimal amount) {
    CurrencyUnit unit = CurrencyUnit.of(currency);
    return Money.of(unit, amount.setScale(unit.getDecimalPlaces()));
  }
}
