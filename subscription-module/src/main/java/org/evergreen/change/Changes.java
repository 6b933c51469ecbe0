package org.evergreen.change;

import java.util.List;
import java.util.Optional;
import org.evergreen.payment.Charge;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionId;

/**
 * Changes of plan, product, quantity and items of a subscription: first a quote, which keeps
 * nothing, then its confirmation. See {@code docs/10-proration.md}. What the merchant's settings
 * forbid binds shoppers; a merchant may do it for them. Whether a subscription is the shopper's own
 * is checked by the caller.
 */
public interface Changes {

  /**
   * What a change would do and cost now.
   *
   * @throws org.evergreen.subscription.UnknownSubscriptionException if there is no such
   *     subscription
   */
  QuoteResult quote(SubscriptionId subscription, ChangeRequest request, Actor actor);

  /**
   * Makes the change that was quoted, after it is paid where something is due. Confirmed again with
   * the same token it is not made again but answered with what came of it. Call it outside of
   * transactions.
   *
   * @param token of the quote
   * @throws org.evergreen.subscription.UnknownSubscriptionException if there is no such
   *     subscription
   */
  ChangeResult confirm(
      SubscriptionId subscription, ChangeRequest request, String token, Actor actor);

  /**
   * Takes back a change that waits for the next payment, or for the shopper to confirm its payment
   * with his bank. Repeatable; call it outside of transactions.
   *
   * @param subscription that it must belong to
   * @return whether it is withdrawn; not when its time has come, when it was paid meanwhile, or
   *     when there is none
   */
  boolean withdraw(SubscriptionId subscription, ChangeId change, Actor actor);

  /** The change of a subscription whose payment waits for the shopper to confirm it. */
  Optional<ChangeResult.ToConfirm> toConfirm(SubscriptionId subscription);

  /** The change that a charge pays; empty when it pays something else. */
  Optional<ChangeView> paidBy(Charge charge);

  /** The changes of a subscription that were confirmed, newest first. */
  List<ChangeView> of(SubscriptionId subscription);
}
