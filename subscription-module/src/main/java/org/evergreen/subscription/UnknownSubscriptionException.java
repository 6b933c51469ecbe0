package org.evergreen.subscription;

/** There is no subscription with this number. */
public class UnknownSubscriptionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private UnknownSubscriptionException(String message) {
    super(message);
  }

  /** Nothing has this number. */
  public static UnknownSubscriptionException withId(SubscriptionId id) {
    return new UnknownSubscriptionException("There is no subscription " + id);
  }
}
