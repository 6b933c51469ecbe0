package org.evergreen.subscription;

/** A subscription cannot go where a command would take it; nothing changed. */
public class TransitionRefusedException extends ActionRefusedException {

  private static final long serialVersionUID = 1L;

  private final SubscriptionStatus from;
  private final SubscriptionStatus to;
  private final String reason;

  private TransitionRefusedException(
      SubscriptionStatus from, SubscriptionStatus to, String reason) {
    super("A subscription that is " + from + " cannot become " + to + ": " + reason);
    this.from = from;
    this.to = to;
    this.reason = reason;
  }

  /**
   * The transition is not allowed.
   *
   * @param reason the second half of a sentence, for example "it is over"
   */
  public static TransitionRefusedException because(
      SubscriptionStatus from, SubscriptionStatus to, String reason) {
    return new TransitionRefusedException(from, to, reason);
  }

  public SubscriptionStatus from() {
    return from;
  }

  public SubscriptionStatus to() {
    return to;
  }

  public String reason() {
    return reason;
  }

  /** The reason without the names of statuses. */
  @Override
  public String sentence() {
    return "This is not possible: " + reason + ".";
  }
}
