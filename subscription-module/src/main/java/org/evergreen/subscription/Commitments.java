package org.evergreen.subscription;

import java.util.Optional;
import java.util.function.ToIntFunction;
import org.evergreen.plan.PlanOffer;
import org.evergreen.terms.Commitment;
import org.evergreen.terms.TermsInWords;

/**
 * What a shopper agreed to when he bought the lines of a subscription; of several the longest
 * holds. It begins with the first payment: a trial, and what was never paid, is cancelled freely.
 */
final class Commitments {

  private Commitments() {}

  /** Days before the next payment from which on that payment is still made. */
  static int noticeDays(Subscription subscription, Actor actor) {
    return actor.kind() == Actor.Kind.SHOPPER ? most(subscription, Commitment::noticeDays) : 0;
  }

  static void requireMinimumTerm(Subscription subscription) {
    int minimum = most(subscription, Commitment::minimumPayments);
    int made = subscription.paymentsMade();
    if (!subscription.timeline().isUnpaid() && made < minimum) {
      throw new ActionRefusedException(
          "It can be cancelled after "
              + TermsInWords.counted(minimum, "payment")
              + "; "
              + made
              + (made == 1 ? " was made." : " were made."));
    }
  }

  /** Whether payments stay on a day that the merchant named. */
  static boolean isAligned(Subscription subscription) {
    return subscription.lines().stream()
        .map(SubscriptionLine::offer)
        .flatMap(Optional::stream)
        .anyMatch(offer -> offer.alignment().isPresent());
  }

  private static int most(Subscription subscription, ToIntFunction<Commitment> part) {
    return subscription.lines().stream()
        .map(SubscriptionLine::offer)
        .flatMap(Optional::stream)
        .map(PlanOffer::conditions)
        .mapToInt(conditions -> part.applyAsInt(conditions.commitment()))
        .max()
        .orElse(0);
  }
}
