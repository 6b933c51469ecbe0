package org.evergreen.renewal;

import java.util.List;
import java.util.Optional;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.ShopperCharges;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionId;

/**
 * Renewals that are owed and that the shopper pays himself, at once and with a method of his
 * choice: declined ones, and those that wait for him. See docs/03-how-a-renewal-works.md.
 */
public class OpenRenewals {

  private static final String UNKNOWN = "There is no such renewal.";
  private static final String NO_SUCH_METHOD =
      "Please choose one of the payment methods that you have stored.";
  private static final String BUSY =
      "A payment for your account is being made right now. Please look again in a moment.";

  private final RenewalViews views;
  private final PaymentMethods methods;
  private final ShopperCharges charges;
  private final OnDemand onDemand;
  private final OpenChosen opening;

  OpenRenewals(
      RenewalViews views,
      PaymentMethods methods,
      ShopperCharges charges,
      OnDemand onDemand,
      OpenChosen opening) {
    this.views = views;
    this.methods = methods;
    this.charges = charges;
    this.onDemand = onDemand;
    this.opening = opening;
  }

  /** What is owed for a subscription and can be paid now, oldest first. */
  public List<RenewalGroupView> of(SubscriptionId subscription) {
    return views.where(
        "where g.status in ('UNPAID', 'WAITING') and not g.early and g.id in (select r.group_id from"
            + " evergreen_renewal r where r.subscription_id = ? and r.voided_at is null)"
            + " order by g.due_at, g.id",
        subscription.value());
  }

  /**
   * Pays a renewal that is owed. However often and from however many tabs it is asked for, it is
   * charged once. A charge that waits for the shopper's bank is given up for it. When it is paid,
   * the method becomes that of the subscriptions in it. Call it outside of transactions.
   *
   * @param method one of the customer's stored methods
   */
  public OnDemandResult pay(RenewalGroupId group, PaymentMethodId method, Actor actor) {
    Optional<RenewalGroupView> owed = view(group);
    if (owed.isEmpty()) {
      return new OnDemandResult.Refused(UNKNOWN);
    }
    if (!isOwed(owed.get())) {
      return OnDemandAnswers.of(owed.get());
    }
    Optional<PaymentMethod> paying = methods.find(owed.get().customer(), method);
    if (paying.isEmpty()) {
      return new OnDemandResult.Refused(NO_SUCH_METHOD);
    }
    charges.cancel(group.reference());
    if (!isOwed(view(group).orElseThrow())) {
      return OnDemandAnswers.of(view(group).orElseThrow());
    }
    Optional<Boolean> opened =
        onDemand.run(
            opening.account(group), claim -> opening.open(claim, group, paying.get(), actor));
    return answer(view(group).orElseThrow(), opened);
  }

  private static OnDemandResult answer(RenewalGroupView now, Optional<Boolean> opened) {
    boolean untouched = opened.isEmpty() && isOwed(now);
    return untouched ? new OnDemandResult.Refused(BUSY) : OnDemandAnswers.of(now);
  }

  private static boolean isOwed(RenewalGroupView group) {
    return group.status() == RenewalGroupStatus.UNPAID
        || group.status() == RenewalGroupStatus.WAITING;
  }

  private Optional<RenewalGroupView> view(RenewalGroupId group) {
    return views.where("where g.id = ?", group.value()).stream().findFirst();
  }
}
