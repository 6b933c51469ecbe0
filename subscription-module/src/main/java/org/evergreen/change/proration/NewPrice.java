package org.evergreen.change.proration;

import java.util.Objects;
import org.evergreen.terms.BillingInterval;
import org.joda.money.Money;

/**
 * What a line is to cost after a change.
 *
 * @param perPayment unit price times quantity, after the discounts that run; zero for an item that
 *     is taken out
 * @param interval time between two payments
 */
public record NewPrice(Money perPayment, BillingInterval interval) {

  public NewPrice {
    Objects.requireNonNull(interval, "interval");
    if (perPayment.isNegative()) {
      throw new IllegalArgumentException("A price is not negative: " + perPayment);
    }
  }
}
