package org.evergreen.change;

import java.time.Instant;
import java.util.Optional;
import org.evergreen.settings.SelfService.Action;
import org.evergreen.settings.Settings;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionLine;
import org.evergreen.subscription.SubscriptionStatus;

/**
 * Whether a subscription may be changed at all, before anything is worked out. Rules of status and
 * dates bind everybody, the merchant's settings bind shoppers only.
 */
final class ChangeRules {

  /** A quantity beyond it is a slip of the finger; hosts say of a SKU only whether it is sold. */
  static final int MOST = 999;

  private final Settings settings;

  ChangeRules(Settings settings) {
    this.settings = settings;
  }

  void require(Subscription subscription, ChangeRequest request, Actor actor, Instant now) {
    requireNothingUnderWay(subscription);
    if (request instanceof ChangeRequest.Resubscribe) {
      requireOver(subscription);
    } else {
      requireRunning(subscription, now);
    }
    requireAllowed(request, actor);
    requireSensible(subscription, request);
  }

  private static void requireNothingUnderWay(Subscription subscription) {
    if (subscription.openChange().isPresent()) {
      throw NotPossible.because(
          "A change of this subscription is being paid; finish it or give it up first.");
    }
    if (subscription.isBeingCharged()) {
      throw NotPossible.because(
          "A payment of this subscription is under way; try again when it is done.");
    }
  }

  private static void requireOver(Subscription subscription) {
    SubscriptionStatus status = subscription.status();
    if (!status.isOver() && status != SubscriptionStatus.PENDING_CANCEL) {
      throw NotPossible.because("The subscription still runs; there is nothing to start again.");
    }
  }

  private static void requireRunning(Subscription subscription, Instant now) {
    Optional<String> reason =
        switch (subscription.status()) {
          case PENDING -> Optional.of("Its first order is not paid yet.");
          case PAST_DUE ->
              Optional.of("A payment is overdue; the subscription can be changed once it is paid.");
          case PAUSED -> Optional.of("The subscription is paused; resume it first.");
          case PENDING_CANCEL ->
              Optional.of("The subscription is cancelled; take the cancellation back first.");
          case CANCELLED, EXPIRED -> Optional.of("The subscription is over; subscribe again.");
          case TRIALING, ACTIVE -> Optional.empty();
        };
    reason.ifPresent(
        sentence -> {
          throw NotPossible.because(sentence);
        });
    if (subscription.nextPaymentAt().filter(due -> !due.isAfter(now)).isPresent()) {
      throw NotPossible.because(
          "The next payment is due now; the subscription can be changed once it is paid.");
    }
  }

  private void requireAllowed(ChangeRequest request, Actor actor) {
    if (actor.kind() != Actor.Kind.SHOPPER) {
      return;
    }
    if (request instanceof ChangeRequest.Quantity) {
      requireAction(Action.CHANGE_QUANTITY, "change quantities");
    } else if (request instanceof ChangeRequest.AddItem) {
      requireAction(Action.ADD_ITEM, "add items");
    } else if (request instanceof ChangeRequest.RemoveItem) {
      requireAction(Action.REMOVE_ITEM, "take items out");
    } else if (request instanceof ChangeRequest.Resubscribe) {
      requireAction(Action.RESUBSCRIBE, "subscribe again");
    }
  }

  private void requireAction(Action action, String verb) {
    if (!settings.current().selfService().allows(action)) {
      throw NotPossible.because("You cannot " + verb + " here; please write to the shop.");
    }
  }

  private static void requireSensible(Subscription subscription, ChangeRequest request) {
    request.changedLine().ifPresent(line -> line(subscription, line));
    if (request instanceof ChangeRequest.RemoveItem && subscription.lines().size() == 1) {
      throw NotPossible.because(
          "The last item cannot be taken out; cancel the subscription instead.");
    }
    if (request instanceof ChangeRequest.Quantity change) {
      requireQuantity(change.quantity());
      if (line(subscription, change.line()).quantity() == change.quantity()) {
        throw NotPossible.because("The quantity is " + change.quantity() + " already.");
      }
    }
    if (request instanceof ChangeRequest.AddItem change) {
      requireQuantity(change.quantity());
    }
  }

  private static void requireQuantity(int quantity) {
    if (quantity < 1 || quantity > MOST) {
      throw NotPossible.because("Enter a quantity from 1 to " + MOST + ", not " + quantity + ".");
    }
  }

  /** A line of the subscription. */
  static SubscriptionLine line(Subscription subscription, long id) {
    return subscription.lines().stream()
        .filter(line -> line.id() == id)
        .findFirst()
        .orElseThrow(
            () -> NotPossible.because("This item is not part of the subscription any more."));
  }
}
