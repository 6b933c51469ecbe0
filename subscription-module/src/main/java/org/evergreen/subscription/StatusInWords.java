package org.evergreen.subscription;

/** Statuses as parts of a sentence. */
final class StatusInWords {

  private StatusInWords() {}

  /** For example "is paused", to follow "the subscription". */
  static String is(SubscriptionStatus status) {
    return switch (status) {
      case PENDING -> "waits for its first order to be paid";
      case TRIALING -> "is in its trial";
      case ACTIVE -> "is active";
      case PAST_DUE -> "has a payment that is overdue";
      case PAUSED -> "is paused";
      case PENDING_CANCEL -> "is cancelled and runs until the end of its term";
      case CANCELLED -> "is cancelled";
      case EXPIRED -> "has ended";
    };
  }
}
