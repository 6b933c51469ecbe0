package org.evergreen.subscription;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.plan.PlanOffer;
import org.evergreen.settings.Settings;
import org.evergreen.subscription.SubscriptionChanges.Change;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.terms.TermsInWords;
import org.evergreen.time.ShopTime;

/** What becomes of subscriptions whose first order was placed and not paid at once. */
public class PendingCommands {

  /** A payment this long after placing still counts from the placing. */
  private static final Duration PAID_AT_ONCE = Duration.ofHours(1);

  private final SubscriptionChanges changes;
  private final DueWork due;
  private final Settings settings;
  private final ShopTime time;

  PendingCommands(SubscriptionChanges changes, DueWork due, Settings settings, ShopTime time) {
    this.changes = changes;
    this.due = due;
    this.settings = settings;
    this.time = time;
  }

  /**
   * The first order is paid: its dates count from the order, or from the payment when that came
   * more than an hour later. Joins the caller's transaction. Does nothing for what runs already.
   *
   * @param method what pays the renewals, if it became known with the payment
   * @throws TransitionRefusedException if it was cancelled meanwhile
   */
  public void activate(SubscriptionId id, Instant paidAt, Optional<PaymentMethodId> method) {
    changes.change(
        Seen.any(id),
        subscription ->
            subscription.status() != SubscriptionStatus.PENDING && !subscription.status().isOver(),
        subscription -> {
          Timeline timeline = subscription.timeline();
          Beginning beginning = beginning(subscription, paidAt);
          StatusMachine.require(timeline.status, beginning.status());
          timeline.begin(start(subscription, paidAt), beginning);
          method.ifPresent(subscription::payWith);
          return new Change(
              time.now(), Actor.shopper(), What.ACTIVATED, "", SubscriptionListener::started);
        });
  }

  private static Instant start(Subscription subscription, Instant paidAt) {
    Instant placed = subscription.startedAt();
    return paidAt.isAfter(placed.plus(PAID_AT_ONCE)) ? paidAt : placed;
  }

  private Beginning beginning(Subscription subscription, Instant paidAt) {
    Instant start = start(subscription, paidAt);
    Optional<PlanOffer> offer =
        subscription.lines().stream().findFirst().flatMap(SubscriptionLine::offer);
    return offer
        .map(terms -> Beginning.of(terms, start, time.zone()))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Subscription " + subscription.id() + " has no offer to begin under"));
  }

  /**
   * The first order was cancelled or is not paid in time. Does nothing for what is over.
   *
   * @param reason for history and merchant
   * @throws TransitionRefusedException if the order was paid meanwhile
   */
  public void cancelUnpaid(SubscriptionId id, Actor actor, String reason) {
    changes.change(
        Seen.any(id),
        subscription -> subscription.status().isOver(),
        subscription -> {
          if (subscription.status() != SubscriptionStatus.PENDING) {
            throw TransitionRefusedException.because(
                subscription.status(), SubscriptionStatus.CANCELLED, "its first order is paid");
          }
          Cancelling.cancelNow(subscription.timeline(), time, reason);
          return new Change(
              time.now(), actor, What.CANCELLED, reason, SubscriptionListener::cancelled);
        });
  }

  /** Cancels what was not paid for in the days that the merchant gives. */
  public void cancelUnpaidDue() {
    int days = settings.current().billing().unpaidOrderDays();
    String reason =
        "The first order was not paid within " + TermsInWords.counted(days, "day") + ".";
    due.each(
        DueWork.UNPAID, time.now().minus(Duration.ofDays(days)), id -> cancelIfPending(id, reason));
  }

  private void cancelIfPending(SubscriptionId id, String reason) {
    changes.change(
        Seen.any(id),
        subscription -> subscription.status() != SubscriptionStatus.PENDING,
        subscription -> {
          Cancelling.cancelNow(subscription.timeline(), time, reason);
          return new Change(
              time.now(),
              Actor.schedule(),
              What.CANCELLED,
              reason,
              SubscriptionListener::cancelled);
        });
  }
}
