package org.evergreen.renewal;

import java.util.Optional;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ShopperCharges;
import org.evergreen.payment.ShopperConfirmations;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionId;

/** Early renewals whose payment waits for the shopper to confirm it with his bank. */
final class EarlyConfirmations {

  private final RenewalViews views;
  private final ShopperCharges charges;
  private final ShopperConfirmations confirmations;

  EarlyConfirmations(
      RenewalViews views, ShopperCharges charges, ShopperConfirmations confirmations) {
    this.views = views;
    this.charges = charges;
    this.confirmations = confirmations;
  }

  /** What came of an early renewal; one that nobody can confirm is given up. */
  OnDemandResult answer(RenewalGroupId group, Actor actor) {
    RenewalGroupView now = view(group);
    if (now.status() != RenewalGroupStatus.WAITING || canConfirm(group, actor)) {
      return OnDemandAnswers.early(now);
    }
    charges.cancel(group.reference());
    RenewalGroupView after = view(group);
    return after.status() == RenewalGroupStatus.PAID
        ? OnDemandAnswers.of(after)
        : new OnDemandResult.NeedsShopper();
  }

  private boolean canConfirm(RenewalGroupId group, Actor actor) {
    return actor.kind() == Actor.Kind.SHOPPER
        && charges.waiting(group.reference()).filter(confirmations::isOfferedFor).isPresent();
  }

  /** The charge of a subscription that he can confirm. */
  Optional<Charge> waiting(SubscriptionId subscription) {
    return group(subscription).flatMap(group -> charges.waiting(group.id().reference()));
  }

  /** Gives up what waits; whether it is given up, and not paid meanwhile. */
  boolean giveUp(SubscriptionId subscription) {
    Optional<RenewalGroupView> waiting = group(subscription);
    waiting.ifPresent(group -> charges.cancel(group.id().reference()));
    return waiting
        .map(group -> view(group.id()).status())
        .filter(RenewalGroupStatus.CANCELED::equals)
        .isPresent();
  }

  private Optional<RenewalGroupView> group(SubscriptionId subscription) {
    return views
        .where(
            "where g.early and g.status = 'WAITING' and g.id in (select r.group_id"
                + " from evergreen_renewal r where r.subscription_id = ? and r.voided_at is null)",
            subscription.value())
        .stream()
        .findFirst();
  }

  private RenewalGroupView view(RenewalGroupId group) {
    return views.where("where g.id = ?", group.value()).get(0);
  }
}
