package org.evergreen.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.evergreen.calendar.Schedule;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;

/** Where a subscription stands and its dates, which always change together. */
@Embeddable
class Timeline {

  @Enumerated(EnumType.STRING)
  @Column(name = "status")
  SubscriptionStatus status;

  @Convert(converter = LocalTimeText.class)
  @Column(name = "anchor")
  private LocalDateTime anchor;

  @Column(name = "interval_count")
  private int intervalCount;

  @Enumerated(EnumType.STRING)
  @Column(name = "interval_unit")
  private IntervalUnit intervalUnit;

  @Column(name = "next_cycle")
  int nextCycle;

  @Column(name = "payments_left")
  Integer paymentsLeft;

  @Column(name = "started_at", updatable = false)
  Instant startedAt;

  @Column(name = "trial_ends_at")
  Instant trialEndsAt;

  @Column(name = "next_payment_at")
  Instant nextPaymentAt;

  @Column(name = "last_payment_at")
  Instant lastPaymentAt;

  @Column(name = "paid_until")
  Instant paidUntil;

  @Column(name = "cancelled_at")
  Instant cancelledAt;

  @Column(name = "ends_at")
  Instant endsAt;

  @Column(name = "cancel_reason")
  String cancelReason;

  protected Timeline() {}

  Timeline(Instant startedAt, BillingInterval interval, Beginning beginning) {
    this.startedAt = startedAt;
    intervalCount = interval.count();
    intervalUnit = interval.unit();
    status = beginning.status();
    anchor = beginning.anchor();
    nextCycle = beginning.nextCycle();
    paymentsLeft =
        beginning.paymentsLeft().isPresent() ? beginning.paymentsLeft().getAsInt() : null;
    trialEndsAt = beginning.trialEndsAt().orElse(null);
    nextPaymentAt = beginning.nextPaymentAt().orElse(null);
    lastPaymentAt = beginning.lastPaymentAt().orElse(null);
    paidUntil = beginning.paidUntil();
    endsAt = beginning.endsAt().orElse(null);
  }

  BillingInterval interval() {
    return new BillingInterval(intervalCount, intervalUnit);
  }

  Schedule schedule(ZoneId shopZone) {
    return new Schedule(anchor, interval(), shopZone);
  }

  /**
   * Ends renewals. What is paid for is kept until the end of the term; when nothing is left of it,
   * or something is owed, it is over now.
   */
  void cancel(Instant now, String reason) {
    Instant end = endIfCancelled(now);
    boolean termLeft = end.isAfter(now);
    become(termLeft ? SubscriptionStatus.PENDING_CANCEL : SubscriptionStatus.CANCELLED);
    cancelledAt = now;
    cancelReason = reason;
    nextPaymentAt = null;
    endsAt = end;
  }

  /** The end of the paid term, or now when nothing is left of it or something is owed. */
  Instant endIfCancelled(Instant now) {
    Instant end = endOfPaidTerm(now);
    return status == SubscriptionStatus.PAST_DUE || end.isBefore(now) ? now : end;
  }

  /** The next payment's date if it is in the future, else the end if it is set, else now. */
  private Instant endOfPaidTerm(Instant now) {
    if (nextPaymentAt != null && nextPaymentAt.isAfter(now)) {
      return nextPaymentAt;
    }
    return endsAt != null ? endsAt : now;
  }

  /** Restores the status and the dates from before the cancellation. */
  void undoCancellation(Instant now) {
    boolean stillTrying = trialEndsAt != null && lastPaymentAt == null;
    SubscriptionStatus back = stillTrying ? SubscriptionStatus.TRIALING : SubscriptionStatus.ACTIVE;
    if (status != SubscriptionStatus.PENDING_CANCEL) {
      throw TransitionRefusedException.because(status, back, "no cancellation is pending");
    }
    if (!endsAt.isAfter(now)) {
      throw TransitionRefusedException.because(status, back, "its term ended at " + endsAt);
    }
    become(back);
    cancelledAt = null;
    cancelReason = null;
    if (paymentsLeft == null || paymentsLeft > 0) {
      nextPaymentAt = endsAt;
      endsAt = null;
    }
  }

  /** Whether the last term has passed and only the status does not say so yet. */
  boolean isOverdueToEnd(Instant now) {
    return (status == SubscriptionStatus.ACTIVE || status == SubscriptionStatus.PENDING_CANCEL)
        && endsAt != null
        && !endsAt.isAfter(now);
  }

  /** The term is over. */
  void end() {
    become(
        status == SubscriptionStatus.PENDING_CANCEL
            ? SubscriptionStatus.CANCELLED
            : SubscriptionStatus.EXPIRED);
    nextPaymentAt = null;
  }

  private void become(SubscriptionStatus next) {
    StatusMachine.require(status, next);
    status = next;
  }
}
