package org.evergreen.renewal;

import java.util.Optional;
import org.evergreen.payment.ShopperCharges;
import org.evergreen.settings.Settings;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.UnknownSubscriptionException;
import org.evergreen.time.ShopTime;

/**
 * Renews before it is due: the next payment is made now and the dates move on by one cycle. Unless
 * it is paid, the subscription stays as it was and owes nothing. See
 * docs/03-how-a-renewal-works.md. Whether a subscription is the shopper's own is checked by the
 * caller.
 */
public class EarlyRenewals {

  private static final String BUSY =
      "A payment for your account is being made right now. Please look again in a moment.";

  private final SubscriptionQueries subscriptions;
  private final EarlyPricing pricing;
  private final OpenEarly opening;
  private final OnDemand onDemand;
  private final ShopperCharges charges;
  private final Settings settings;
  private final ShopTime time;

  EarlyRenewals(
      SubscriptionQueries subscriptions,
      EarlyPricing pricing,
      OpenEarly opening,
      OnDemand onDemand,
      ShopperCharges charges,
      Settings settings,
      ShopTime time) {
    this.subscriptions = subscriptions;
    this.pricing = pricing;
    this.opening = opening;
    this.onDemand = onDemand;
    this.charges = charges;
    this.settings = settings;
    this.time = time;
  }

  /**
   * What renewing now would cost. Call it outside of transactions.
   *
   * @throws UnknownSubscriptionException if there is no such subscription
   */
  public EarlyQuoteResult quote(SubscriptionId id, Actor actor) {
    Optional<String> refusal = refusal(find(id), actor);
    if (refusal.isPresent()) {
      return new EarlyQuoteResult.Refused(refusal.get());
    }
    EarlyPricing.Answer answer = pricing.price(id, time.now());
    return answer instanceof EarlyPricing.Priced priced
        ? new EarlyQuoteResult.Quoted(priced.quote())
        : new EarlyQuoteResult.Refused(((EarlyPricing.Unpriced) answer).sentence());
  }

  /**
   * Renews now what was quoted. Confirmed again with the same token it is not renewed again but
   * answered with what came of it. Call it outside of transactions.
   *
   * @param token of the quote
   * @throws UnknownSubscriptionException if there is no such subscription
   */
  public OnDemandResult renew(SubscriptionId id, String token, Actor actor) {
    Subscription subscription = find(id);
    Optional<RenewalGroupView> before = opening.confirmed(id, token);
    if (before.isPresent()) {
      return OnDemandAnswers.of(before.get());
    }
    Optional<String> refusal = refusal(subscription, actor);
    if (refusal.isPresent()) {
      return new OnDemandResult.Refused(refusal.get());
    }
    return onDemand
        .run(subscription.billingAccount(), claim -> opening.open(claim, id, token, actor))
        .map(this::answer)
        .orElseGet(() -> busy(id, token));
  }

  private OnDemandResult busy(SubscriptionId id, String token) {
    return opening
        .confirmed(id, token)
        .map(OnDemandAnswers::of)
        .orElseGet(() -> new OnDemandResult.Refused(BUSY));
  }

  private OnDemandResult answer(OpenEarly.Answer answer) {
    return answer instanceof OpenEarly.Made made
        ? settled(made.group())
        : ((OpenEarly.NotMade) answer).result();
  }

  /** A bank's question cannot be answered by a stored method: the charge is given up. */
  private OnDemandResult settled(RenewalGroupId group) {
    RenewalGroupView now = opening.view(group);
    if (now.status() != RenewalGroupStatus.WAITING) {
      return OnDemandAnswers.early(now);
    }
    charges.cancel(group.reference());
    RenewalGroupView after = opening.view(group);
    return after.status() == RenewalGroupStatus.PAID
        ? OnDemandAnswers.of(after)
        : new OnDemandResult.NeedsShopper();
  }

  private Subscription find(SubscriptionId id) {
    return subscriptions.find(id).orElseThrow(() -> UnknownSubscriptionException.withId(id));
  }

  /** Why a subscription cannot be renewed now, without asking the host; empty when it may. */
  public Optional<String> refusal(Subscription subscription, Actor actor) {
    return EarlyRenewalRules.refusal(
        subscription, actor, settings.current().selfService(), time.now());
  }
}
