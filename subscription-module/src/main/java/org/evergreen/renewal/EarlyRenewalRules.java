package org.evergreen.renewal;

import java.time.Instant;
import java.util.Optional;
import org.evergreen.settings.SelfService;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionStatus;

/**
 * Whether a subscription's next payment may be made before it is due. The merchant's settings bind
 * shoppers only, everything else binds everybody.
 */
final class EarlyRenewalRules {

  private EarlyRenewalRules() {}

  /** The sentence with which it is refused; empty when it may. */
  static Optional<String> refusal(
      Subscription subscription, Actor actor, SelfService selfService, Instant now) {
    boolean shopper = actor.kind() == Actor.Kind.SHOPPER;
    if (shopper && !selfService.allows(SelfService.Action.RENEW_EARLY)) {
      return Optional.of("You cannot renew a subscription early here; please write to the shop.");
    }
    return status(subscription).or(() -> dates(subscription, now)).or(() -> payment(subscription));
  }

  private static Optional<String> status(Subscription subscription) {
    if (subscription.status() == SubscriptionStatus.TRIALING) {
      return Optional.of("It can be renewed early when its trial is over.");
    }
    if (subscription.status() == SubscriptionStatus.PAST_DUE) {
      return Optional.of("A payment is owed already; pay that first.");
    }
    return subscription.status() == SubscriptionStatus.ACTIVE
        ? Optional.empty()
        : Optional.of("Only an active subscription can be renewed early.");
  }

  private static Optional<String> dates(Subscription subscription, Instant now) {
    Optional<Instant> next = subscription.nextPaymentAt();
    if (next.isEmpty()) {
      return Optional.of("All payments of this subscription are made.");
    }
    return next.get().isAfter(now)
        ? Optional.empty()
        : Optional.of("Its payment is due now and will be made shortly.");
  }

  private static Optional<String> payment(Subscription subscription) {
    if (subscription.openChange().isPresent()) {
      return Optional.of(
          "A change of this subscription is being paid; finish it or give it up first.");
    }
    if (subscription.isBeingCharged()) {
      return Optional.of("A payment of this subscription is under way; try again when it is done.");
    }
    return subscription.method().isPresent()
        ? Optional.empty()
        : Optional.of("There is no payment method to charge; choose one first.");
  }
}
