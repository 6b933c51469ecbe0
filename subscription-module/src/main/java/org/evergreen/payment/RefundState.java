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

  /** Whether nothing more is expected to happen to it. */
  public boolean isFinal() {
    return this == SUCCEEDED || this == FAILED;
  }

  /** Whether a refund in this state may go to {@code next}; a bank may still send one back. */
  public boolean canBecome(RefundState next) {
    return switch (this) {
      case OPEN -> next != OPEN;
      case PENDING -> next.isFinal();
      case SUCCEEDED -> next == FAILED;
      case FAILED -> false;
    };
  }
}
