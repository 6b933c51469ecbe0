package org.evergreen.site.selfservice;

import java.util.List;
import java.util.Optional;
import org.evergreen.renewal.RenewalGroupView;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.Money;

/** Payments of renewals that the gateway may still take. */
public class PaymentsUnderWay {
  private final RenewalMonitor renewals;

  public PaymentsUnderWay(RenewalMonitor renewals) {
    this.renewals = renewals;
  }

  /** The amount of a subscription's renewal that the gateway may still take. */
  Optional<Money> of(SubscriptionId subscription) {
    return among(renewals.ofSubscription(subscription));
  }

  /** The amount of the first of these that the gateway may still take. */
  public static Optional<Money> among(List<RenewalGroupView> renewals) {
    return renewals.stream()
        .filter(group -> group.charges().stream().anyMatch(charge -> !charge.state().isFinal()))
        .map(RenewalGroupView::toPay)
        .findFirst();
  }
}
