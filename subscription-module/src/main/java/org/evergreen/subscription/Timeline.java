package org.evergreen.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import org.evergreen.calendar.Schedule;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;

/**
 * Where a subscription stands and its dates, which always change together. What changes them is in
 * classes of their own; on a copy they tell what would happen.
 */
@Embeddable
class Timeline {

  @Enumerated(EnumType.STRING)
  @Column(name = "status")
  SubscriptionStatus status;

  @Convert(converter = LocalTimeText.class)
  @Column(name = "anchor")
  private LocalDateTime anchor;

  @Column(name = "anchor_cycle")
  private int anchorCycle;

  @Column(name = "interval_count")
  private int intervalCount;

  @Enumerated(EnumType.STRING)
  @Column(name = "interval_unit")
  private IntervalUnit intervalUnit;

  @Column(name = "next_cycle")
  int nextCycle;

  @Column(name = "payments_left")
  Integer paymentsLeft;

  @Column(name = "payments_made")
  int paymentsMade;

  @Column(name = "started_at")
  Instant startedAt;

  @Column(name = "trial_ends_at")
  Instant trialEndsAt;

  @Column(name = "next_payment_at")
  Instant nextPaymentAt;

  @Column(name = "last_payment_at")
  Instant lastPaymentAt;

  @Column(name = "term_started_at")
  Instant termStartedAt;

  @Column(name = "paid_until")
  Instant paidUntil;

  @Column(name = "cancelled_at")
  Instant cancelledAt;

  @Column(name = "ends_at")
  Instant endsAt;

  @Column(name = "cancel_reason")
  String cancelReason;

  @Column(name = "paused_at")
  Instant pausedAt;

  @Column(name = "paused_until")
  Instant pausedUntil;

  @Column(name = "kept_payment_at")
  Instant keptPaymentAt;

  protected Timeline() {}

  Timeline(NewSubscription start) {
    begin(start.startedAt(), start.beginning());
    setInterval(start.interval());
    if (start.details().pending()) {
      status = SubscriptionStatus.PENDING;
      paymentsMade = 0;
      lastPaymentAt = null;
      nextPaymentAt = null;
      paidUntil = null;
      endsAt = null;
    }
  }

  /** Takes the dates of a beginning. */
  void begin(Instant start, Beginning beginning) {
    startedAt = start;
    termStartedAt = start;
    status = beginning.status();
    follow(beginning.schedule());
    nextCycle = beginning.nextCycle();
    paymentsLeft =
        beginning.paymentsLeft().isPresent() ? beginning.paymentsLeft().getAsInt() : null;
    paymentsMade = beginning.paymentsMade();
    trialEndsAt = beginning.trialEndsAt().orElse(null);
    nextPaymentAt = beginning.nextPaymentAt().orElse(null);
    lastPaymentAt = beginning.lastPaymentAt().orElse(null);
    paidUntil = beginning.paidUntil();
    endsAt = beginning.endsAt().orElse(null);
  }

  /** The same, to try something on. */
  Timeline copy() {
    Timeline copy = new Timeline();
    copy.status = status;
    copy.anchor = anchor;
    copy.anchorCycle = anchorCycle;
    copy.intervalCount = intervalCount;
    copy.intervalUnit = intervalUnit;
    copy.nextCycle = nextCycle;
    copy.paymentsLeft = paymentsLeft;
    copy.paymentsMade = paymentsMade;
    copy.startedAt = startedAt;
    copy.trialEndsAt = trialEndsAt;
    copy.nextPaymentAt = nextPaymentAt;
    copy.lastPaymentAt = lastPaymentAt;
    copy.termStartedAt = termStartedAt;
    copy.paidUntil = paidUntil;
    copy.cancelledAt = cancelledAt;
    copy.endsAt = endsAt;
    copy.cancelReason = cancelReason;
    copy.pausedAt = pausedAt;
    copy.pausedUntil = pausedUntil;
    copy.keptPaymentAt = keptPaymentAt;
    return copy;
  }

  OptionalInt paymentsLeft() {
    return paymentsLeft == null ? OptionalInt.empty() : OptionalInt.of(paymentsLeft);
  }

  BillingInterval interval() {
    return new BillingInterval(intervalCount, intervalUnit);
  }

  Schedule schedule(ZoneId shopZone) {
    return new Schedule(anchor, anchorCycle, interval(), shopZone);
  }

  /** Takes the dates of another schedule from now on. */
  void follow(Schedule schedule) {
    anchor = schedule.anchor();
    anchorCycle = schedule.anchorCycle();
    setInterval(schedule.interval());
  }

  private void setInterval(BillingInterval interval) {
    intervalCount = interval.count();
    intervalUnit = interval.unit();
  }

  /** Whether nothing of a price was paid yet. */
  boolean isUnpaid() {
    return lastPaymentAt == null;
  }

  /** TRIALING or ACTIVE, whichever it is when it runs. */
  SubscriptionStatus running() {
    return trialEndsAt != null && isUnpaid()
        ? SubscriptionStatus.TRIALING
        : SubscriptionStatus.ACTIVE;
  }

  /** Whether a payment may follow. */
  boolean hasPaymentsLeft() {
    return paymentsLeft == null || paymentsLeft > 0;
  }

  /** Whether one more follows the next payment. */
  boolean hasPaymentAfterNext() {
    return paymentsLeft == null || paymentsLeft > 1;
  }

  /** The next payments, at most so many; none when no payment is to come. */
  List<Instant> upcoming(ZoneId zone, int count) {
    if (nextPaymentAt == null) {
      return List.of();
    }
    // An end that is set while a payment is to come belongs to a cancellation: it is the last one.
    int most = endsAt != null ? 1 : paymentsLeft == null ? count : Math.min(count, paymentsLeft);
    return schedule(zone).preview(nextPaymentAt, nextCycle, Math.min(count, most));
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

  void become(SubscriptionStatus next) {
    StatusMachine.require(status, next);
    status = next;
  }
}
