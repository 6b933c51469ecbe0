package org.evergreen.change;

import java.time.Instant;
import org.evergreen.payment.Charge;
import org.evergreen.subscription.SubscriptionId;

/** What came of confirming a change. */
public sealed interface ChangeResult {

  /**
   * Paid where something was due, and done.
   *
   * @param subscription that holds what was changed: another than before when the line moved to one
   *     of its own, or a new one was started
   */
  record Applied(ChangeId change, SubscriptionId subscription) implements ChangeResult {}

  /** It will be done with the next payment. */
  record Scheduled(ChangeId change, Instant at) implements ChangeResult {}

  /**
   * The gateway refused; nothing was taken, nothing changed, and the quote can be confirmed again.
   *
   * @param sentence why, for the shopper
   */
  record Declined(String sentence) implements ChangeResult {}

  /**
   * The bank wants the shopper to confirm the payment. The change waits for that, and nothing else
   * of the subscription can be changed meanwhile: it is made as soon as the payment is confirmed,
   * and given up when it is refused, withdrawn, or not confirmed within {@link
   * org.evergreen.payment.ShopperConfirmations#LIFE}.
   *
   * @param charge that he confirms
   */
  record ToConfirm(ChangeId change, Charge charge) implements ChangeResult {}

  /**
   * The bank wants the shopper to confirm, and he cannot: he is not there, or the gateway does not
   * let him. Nothing was taken, nothing changed, and the quote can be confirmed again, for example
   * with another card.
   */
  record NeedsShopper() implements ChangeResult {}

  /** The gateway has not answered yet, or takes days; the change is done as soon as it is paid. */
  record Unanswered(ChangeId change) implements ChangeResult {}

  /** The quote is not true any more or has expired; nothing changed. */
  record Outdated(ChangeQuote fresh) implements ChangeResult {}

  /**
   * It is not possible; nothing changed.
   *
   * @param sentence why, in plain words
   */
  record Refused(String sentence) implements ChangeResult {}
}
