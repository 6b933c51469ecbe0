package org.evergreen.site.account;

import org.joda.money.Money;

/**
 * What one payment of a subscription costs when nothing else is paid with it.
 *
 * @param total what is charged; without tax and shipping when it is not complete
 * @param shipping part of the total, before tax
 * @param complete whether the host has added tax and shipping
 */
record RenewalPrice(Money total, Money shipping, boolean complete) {

  /** In brackets behind the amount. */
  String note() {
    if (!complete) {
      return "before tax and shipping";
    }
    return shipping.isZero() ? "with tax" : "with tax and shipping";
  }
}
