package org.evergreen.subscription;

/** Where a subscription stands. */
public enum SubscriptionStatus {
  /** The first order is not paid yet. */
  PENDING,
  /** Running without payment until the trial ends. */
  TRIALING,
  /** Running and paid. */
  ACTIVE,
  /** A renewal failed and is owed. */
  PAST_DUE,
  /** No renewals until it is resumed. */
  PAUSED,
  /** Cancelled; the paid term is still running. */
  PENDING_CANCEL,
  /** Over, because it was cancelled. */
  CANCELLED,
  /** Over, because all payments were made and the last term has passed. */
  EXPIRED;

  /** Whether nothing more will happen to it. */
  public boolean isOver() {
    return this == CANCELLED || this == EXPIRED;
  }

  /** Whether its renewals are charged when they are due. */
  public boolean renews() {
    return this == ACTIVE || this == TRIALING;
  }

  /**
   * Whether a payment that is due is charged: of what renews, and of what was cancelled too late
   * for its next payment.
   */
  public boolean charges() {
    return renews() || this == PENDING_CANCEL;
  }
}
