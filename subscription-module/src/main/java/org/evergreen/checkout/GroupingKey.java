package org.evergreen.checkout;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.plan.PlanOffer;
import org.evergreen.subscription.Beginning;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.Trial;
import org.evergreen.time.ShopTime;

/**
 * What lines of an order have in common when they become one subscription.
 *
 * @param firstRenewal the day of the first payment after the order, in the shop's zone; empty when
 *     the order is the only payment
 */
record GroupingKey(
    BillingInterval interval,
    OptionalInt length,
    Optional<Trial> trial,
    Optional<LocalDate> firstRenewal) {

  static GroupingKey of(PlanOffer offer, Beginning beginning, ShopTime time) {
    return new GroupingKey(
        offer.interval(),
        offer.length(),
        offer.trial(),
        beginning.nextPaymentAt().map(time::dateOf));
  }

  /** The terms as a text that stays the same for ever and holds no date of the moment. */
  String text() {
    return text(interval)
        + trial.map(t -> "/trial-" + text(t.length())).orElse("")
        + (length.isPresent() ? "/payments-" + length.getAsInt() : "");
  }

  private static String text(BillingInterval interval) {
    return interval.count() + "-" + interval.unit();
  }
}
