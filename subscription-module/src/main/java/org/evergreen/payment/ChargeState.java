package org.evergreen.payment;

/** How far a charge has come. It only moves forward; see {@code docs/03-how-a-renewal-works.md}. */
public enum ChargeState {
  /** Written down with its key; the gateway has not heard of it. */
  OPEN,
  /** The gateway may have heard of it; what it answered is not known. */
  SUBMITTED,
  /** The money is ours. */
  SUCCEEDED,
  /** The gateway refused; this attempt is over. */
  DECLINED,
  /** The shopper must confirm it with his bank. */
  ACTION_REQUIRED,
  /** On its way; bank debits take days. */
  PROCESSING,
  /** Given up before any money moved. */
  CANCELED;

  /** Whether nothing more will happen to it. */
  public boolean isFinal() {
    return this == SUCCEEDED || this == DECLINED || this == CANCELED;
  }

  /** Whether a bank or the shopper takes his time; what comes of it is asked for now and then. */
  public boolean takesTime() {
    return this == PROCESSING || this == ACTION_REQUIRED;
  }

  /** Whether a charge in this state may go to {@code next}. */
  public boolean canBecome(ChargeState next) {
    return switch (this) {
      case OPEN -> next == SUBMITTED || next == CANCELED || next == DECLINED;
      case SUBMITTED -> next != OPEN && next != SUBMITTED;
      // A bank debit that the shopper has confirmed still takes days.
      case ACTION_REQUIRED -> next == PROCESSING || next.isFinal();
      case PROCESSING -> next.isFinal();
      case SUCCEEDED, DECLINED, CANCELED -> false;
    };
  }
}
