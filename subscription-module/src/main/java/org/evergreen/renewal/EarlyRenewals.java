package org.evergreen.renewal;

import java.util.Optional;
import org.evergreen.payment.Charge;
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
  private final EarlyConfirmations confirmations;
  private final Settings settings;
  private final ShopTime time;

  EarlyRenewals(
      SubscriptionQueries subscriptions,
      EarlyPricing pricing,
      OpenEarly opening,
      OnDemand onDemand,
      EarlyConfirmations confirmations,
      Settings settings,
      ShopTime time) {
    this.subscriptions = subscriptions;
    this.pricing = pricing;
    this.opening = opening;
    this.onDemand = onDemand;
    this.confirmations = confirmations;
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
   * answered with what came of it. A payment that the shopper's bank wants confirmed waits for him,
   * see {@link #toConfirm}; one that nobody can confirm is given up. Call it outside of
   * transactions.
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
        .map(answer -> answer(answer, actor))
        .orElseGet(() -> busy(id, token));
  }

  private OnDemandResult busy(SubscriptionId id, String token) {
    return opening
        .confirmed(id, token)
        .map(OnDemandAnswers::of)
        .orElseGet(() -> new OnDemandResult.Refused(BUSY));
  }

  private OnDemandResult answer(OpenEarly.Answer answer, Actor actor) {
    return answer instanceof OpenEarly.Made made
        ? confirmations.answer(made.group(), actor)
        : ((OpenEarly.NotMade) answer).result();
  }

  /**
   * The charge of an early renewal that waits for the shopper to confirm it with his bank. Until he
   * has, or it is given up, nothing else is done with the subscription.
   */
  public Optional<Charge> toConfirm(SubscriptionId id) {
    return confirmations.waiting(id);
  }

  /**
   * Gives up an early renewal that waits for the shopper to confirm it. Call it outside of
   * transactions.
   *
   * @return whether it is given up; not when there is none, or when it was paid meanwhile
   */
  public boolean giveUp(SubscriptionId id) {
    return confirmations.giveUp(id);
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
