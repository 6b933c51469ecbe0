package org.evergreen.money;

import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.joda.money.Money;

/** Amounts as people read them. */
public final class MoneyInWords {
  private MoneyInWords() {}

  /**
   * The amount with its currency's sign and all of its minor units, for example "$27.00" or "¥500".
   *
   * @param locale decides the separators and where the sign stands
   */
  public static String write(Money amount, Locale locale) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    int decimals = amount.getCurrencyUnit().getDecimalPlaces();
    format.setCurrency(Currency.getInstance(amount.getCurrencyUnit().getCode()));
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(amount.getAmount());
  }
}
