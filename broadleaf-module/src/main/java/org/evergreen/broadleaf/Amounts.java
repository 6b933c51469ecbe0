package org.evergreen.broadleaf;

import java.util.Currency;
import org.evergreen.money.Rounding;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Amounts in the engine's type and in Broadleaf's. */
public final class Amounts {

  private Amounts() {}

  /** Broadleaf's amount, at the scale of its currency. */
  public static Money of(org.broadleafcommerce.common.money.Money amount) {
    return Rounding.round(
        CurrencyUnit.of(amount.getCurrency().getCurrencyCode()), amount.getAmount());
  }

  /** Broadleaf's amount, or zero when it has not worked it out. */
  public static Money orZero(
      org.broadleafcommerce.common.money.Money amount, CurrencyUnit currency) {
    return amount == null ? Money.zero(currency) : of(amount);
  }

  /** The engine's amount in Broadleaf's type. */
  public static org.broadleafcommerce.common.money.Money of(Money amount) {
    return new org.broadleafcommerce.common.money.Money(
        amount.getAmount(), Currency.getInstance(amount.getCurrencyUnit().getCode()));
  }
}
