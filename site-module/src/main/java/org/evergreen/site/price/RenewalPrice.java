package org.evergreen.site.price;

import org.joda.money.Money;

/**
 * What one payment of a subscription costs when nothing else is paid with it.
 *
 * @param total what is charged; without tax and shipping when it is not complete
 * @param shipping part of the total, before tax
 * @param tax on everything
 * @param complete whether the host has added tax and shipping
 */
public record RenewalPrice(Money total, Money shipping, Money tax, boolean complete) {

  /** In brackets behind the amount. */
  public String note() {
    if (!complete) {
      return "before tax and shipping";
    }
    return shipping.isZero() ? "with tax" : "with tax and shipping";
  }
}
