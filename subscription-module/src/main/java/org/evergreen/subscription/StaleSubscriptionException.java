package org.evergreen.subscription;

/** Something else changed the subscription at the same moment; this command did nothing. */
public class StaleSubscriptionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private StaleSubscriptionException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Another command or a renewal came first. */
  public static StaleSubscriptionException changedMeanwhile(SubscriptionId id, Throwable cause) {
    return new StaleSubscriptionException(
        "Subscription " + id + " was changed at the same moment; look at it again and repeat",
        cause);
  }

  /** It is not what the actor saw any more. */
  public static StaleSubscriptionException changedSince(SubscriptionId id) {
    return new StaleSubscriptionException(
        "Subscription " + id + " was changed since you looked at it; look at it again and repeat",
        null);
  }
}
