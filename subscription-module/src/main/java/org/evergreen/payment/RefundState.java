package org.evergreen.payment;

/** How far a refund has come. */
public enum RefundState {
  /** Written down with its key; the gateway may have heard of it, its answer is not known. */
  OPEN,
  /** The gateway has accepted it; whether it works out is known days later. */
  PENDING,
  /** The money is on its way back. */
  SUCCEEDED,
  /** The gateway refused it; the money stayed. */
  FAILED;

  /** Whether nothing more will happen to it. */
  public boolean isFinal() {
    return this == SUCCEEDED || this == FAILED;
  }
}
