package org.evergreen.renewal;

import java.time.Instant;
import java.util.Optional;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionEvent;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;

/**
 * What becomes of a subscription when something is known of its renewal.
 *
 * @param paid the renewal that was paid; empty when it was not
 * @param method what pays from now on, if that changes
 * @param endsAt when it is over, if that changes
 */
record SubscriptionOutcome(
    SubscriptionId id,
    SubscriptionStatus from,
    SubscriptionStatus to,
    Optional<AffectedRenewal> paid,
    Optional<PaymentMethodId> method,
    Optional<Instant> endsAt,
    What what,
    String note) {

  private static final String PAID_TOO_LATE =
      "Paid by a charge that was under way when the subscription was cancelled; consider a refund.";

  private static final String PAID_EARLY = "Paid before it was due.";
  private static final String PAID_BY_HAND =
      "Paid with a chosen payment method, which pays from now on.";

  static SubscriptionOutcome of(AffectedRenewal renewal, GroupOutcome outcome, Instant now) {
    return outcome.becomes() == RenewalGroupStatus.PAID
        ? paid(renewal)
        : owed(renewal, outcome, now);
  }

  /** Paid for: active again, unless somebody cancelled it while the charge was under way. */
  private static SubscriptionOutcome paid(AffectedRenewal renewal) {
    SubscriptionStatus from = renewal.status();
    boolean runs = from.renews() || from == SubscriptionStatus.PAST_DUE;
    return new SubscriptionOutcome(
        renewal.subscription(),
        from,
        runs ? SubscriptionStatus.ACTIVE : from,
        Optional.of(renewal),
        renewal.chosenMethod(),
        Optional.empty(),
        What.RENEWED,
        note(renewal));
  }

  private static String note(AffectedRenewal renewal) {
    if (renewal.status().isOver()) {
      return PAID_TOO_LATE;
    }
    if (renewal.early()) {
      return PAID_EARLY;
    }
    return renewal.chosenMethod().isPresent() ? PAID_BY_HAND : "";
  }

  /**
   * Owed: past due; if it was cancelled meanwhile there is no paid term to wait for, unless the
   * shopper may still confirm the payment for it, or make it in another way instead.
   */
  private static SubscriptionOutcome owed(
      AffectedRenewal renewal, GroupOutcome outcome, Instant now) {
    SubscriptionStatus from = renewal.status();
    boolean waiting = outcome.becomes() == RenewalGroupStatus.WAITING;
    boolean goesOn =
        outcome.isAskedByTheBank() || (outcome.isWithdrawn() && renewal.askedByTheBank());
    boolean over = from == SubscriptionStatus.PENDING_CANCEL && !goesOn;
    return new SubscriptionOutcome(
        renewal.subscription(),
        from,
        from.renews() ? SubscriptionStatus.PAST_DUE : from,
        Optional.empty(),
        Optional.empty(),
        over ? Optional.of(now) : Optional.empty(),
        waiting ? What.RENEWAL_WAITING : What.RENEWAL_FAILED,
        outcome.problem().orElse(""));
  }

  /** Whether it was cancelled before the renewal was paid, so that nothing is owed for it. */
  boolean owesNothing() {
    boolean cancelled = endsAt.isPresent() || to.isOver();
    return paid.isEmpty() && cancelled;
  }

  /** Start of the term that is paid for now; one that was paid early adds to the running one. */
  Optional<Instant> termStartedAt(Instant now) {
    return paid.filter(renewal -> !renewal.early() && !renewal.dueAt().isAfter(now))
        .map(AffectedRenewal::dueAt);
  }

  Optional<Instant> paidUntil() {
    return paid.map(AffectedRenewal::termEnd);
  }

  SubscriptionEvent event(Instant now) {
    return new SubscriptionEvent(id, now, Actor.gateway(), what, Optional.of(from), to, note);
  }
}
