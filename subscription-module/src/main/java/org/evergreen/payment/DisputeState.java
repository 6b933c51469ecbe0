package org.evergreen.payment;

/** How far a dispute has come. It only moves forward. */
public enum DisputeState {
  /** The bank asks; no money was taken yet. */
  WARNING(0),
  /** The money was taken; the merchant may answer. */
  NEEDS_RESPONSE(1),
  /** The merchant has answered; the bank decides. */
  UNDER_REVIEW(2),
  /** The money came back. */
  WON(3),
  /** The money is gone. */
  LOST(3),
  /** An inquiry that ended without a dispute. */
  CLOSED(3);

  private final int rank;

  DisputeState(int rank) {
    this.rank = rank;
  }

  /** Whether nothing more will happen to it. */
  public boolean isFinal() {
    return rank == 3;
  }

  /** Whether a dispute in this state may go to {@code next}. */
  public boolean canBecome(DisputeState next) {
    return next.rank > rank;
  }
}
