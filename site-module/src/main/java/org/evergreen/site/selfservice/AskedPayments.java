package org.evergreen.site.selfservice;

import java.util.Optional;
import org.evergreen.change.ChangeResult;
import org.evergreen.change.ChangeState;
import org.evergreen.change.ChangeView;
import org.evergreen.change.Changes;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Charges;
import org.evergreen.renewal.EarlyRenewals;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;

/**
 * Payments that a shopper asked for himself, for a change or for a renewal before it is due, and
 * that wait for him to confirm them with his bank. A subscription has one at most.
 */
public class AskedPayments {
  private final Changes changes;
  private final EarlyRenewals renewals;
  private final Charges charges;
  private final ConfirmPaths paths;

  AskedPayments(Changes changes, EarlyRenewals renewals, Charges charges, ConfirmPaths paths) {
    this.changes = changes;
    this.renewals = renewals;
    this.charges = charges;
    this.paths = paths;
  }

  /** The charge that waits. */
  public Optional<Charge> of(Subscription subscription) {
    if (subscription.openChange().isPresent()) {
      return changes.toConfirm(subscription.id()).map(ChangeResult.ToConfirm::charge);
    }
    boolean goesOn = subscription.isBeingCharged() && !subscription.status().isOver();
    return goesOn ? renewals.toConfirm(subscription.id()) : Optional.empty();
  }

  /** What a charge that waits changes when it is paid; empty for an early renewal. */
  public Optional<String> change(Charge charge) {
    return changes.paidBy(charge).map(ChangeView::summary);
  }

  /** The page where a charge is confirmed; empty when it cannot be. */
  public Optional<String> confirmPath(Charge charge) {
    return paths.of(charge);
  }

  /** Whether a charge that waited was paid for a change which could not be made any more. */
  boolean isPaidInVain(Charge charge) {
    return changes.paidBy(charge).filter(it -> it.state() == ChangeState.REFUSED).isPresent()
        && charges.find(charge.id()).filter(it -> it.state() == ChargeState.SUCCEEDED).isPresent();
  }

  /** Gives it up; whether it is given up, and was not paid meanwhile. */
  boolean giveUp(Subscription subscription) {
    SubscriptionId id = subscription.id();
    return changes
        .toConfirm(id)
        .map(change -> changes.withdraw(id, change.change(), Actor.shopper()))
        .orElseGet(() -> renewals.giveUp(id));
  }
}
