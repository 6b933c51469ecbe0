package org.evergreen.renewal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evergreen.dunning.NextAttempt;
import org.evergreen.settings.RetryLadder;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.Money;

/**
 * A renewal group of which something became known.
 *
 * @param attempt the attempt that it came of; 0 when nothing was charged
 * @param total what was charged or is owed, less what credit pays
 * @param problem why it is not paid, in plain words
 * @param step how many steps of the retry ladder have begun; 0 for none
 * @param next what is done about it; empty when nothing is: it is paid, or the shopper pays it by
 *     hand whenever he likes
 */
public record SettledRenewal(
    RenewalGroupId group,
    CustomerId customer,
    int attempt,
    Money total,
    Instant at,
    Optional<String> problem,
    List<SubscriptionId> subscriptions,
    int step,
    Optional<NextAttempt> next) {

  /** Whether the merchant's ladder has the shopper told of it. */
  public boolean tellsShopper() {
    boolean shopsFault = next.filter(NextAttempt::isShopsFault).isPresent();
    return !shopsFault
        && next.flatMap(NextAttempt::begins).map(RetryLadder.Step::tellsShopper).orElse(true);
  }

  /** Whether the merchant is told of it: by his ladder, at its end, and of faults of the shop. */
  public boolean tellsMerchant() {
    return next.map(what -> what.begins().map(RetryLadder.Step::tellsMerchant).orElse(true))
        .orElse(false);
  }
}
