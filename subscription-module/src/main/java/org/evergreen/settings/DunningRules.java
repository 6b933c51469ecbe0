package org.evergreen.settings;

import java.util.Objects;

/**
 * What is done about renewals that could not be paid. See docs/15-failed-payments.md.
 *
 * @param ladder when they are tried again
 * @param atEnd what becomes of a subscription when the last retry has failed too
 * @param groupDecline how subscriptions that were declined together are tried again
 */
public record DunningRules(RetryLadder ladder, FinalAction atEnd, GroupDecline groupDecline) {

  /** What becomes of a subscription when the ladder ends. */
  public enum FinalAction {
    /** It is cancelled; nothing is owed any more. */
    CANCEL,
    /** It is paused; nothing is owed any more, and resuming it takes a payment. */
    PAUSE,
    /** It stays past due and owes the payment, until somebody pays or cancels. */
    LEAVE
  }

  /** How subscriptions that were declined together are tried again. */
  public enum GroupDecline {
    /** In one charge. */
    TOGETHER,
    /** Each in a charge of its own, the oldest debt first. */
    APART
  }

  public DunningRules {
    Objects.requireNonNull(ladder, "ladder");
    Objects.requireNonNull(atEnd, "atEnd");
    Objects.requireNonNull(groupDecline, "groupDecline");
  }

  public static DunningRules defaults() {
    return new DunningRules(RetryLadder.defaults(), FinalAction.CANCEL, GroupDecline.TOGETHER);
  }
}
