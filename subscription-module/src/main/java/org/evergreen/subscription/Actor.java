package org.evergreen.subscription;

/**
 * Who did something to a subscription.
 *
 * @param name of a merchant's user, or of who acts on a gift; empty otherwise
 */
public record Actor(Kind kind, String name) {

  /** The sorts of actors. */
  public enum Kind {
    SHOPPER,
    MERCHANT,
    SCHEDULE,
    GATEWAY
  }

  public static Actor shopper() {
    return new Actor(Kind.SHOPPER, "");
  }

  /** Who gets what somebody else pays for. */
  public static Actor recipient(Recipient recipient) {
    return new Actor(Kind.SHOPPER, recipient.name().isBlank() ? "the recipient" : recipient.name());
  }

  public static Actor merchant(String name) {
    return new Actor(Kind.MERCHANT, name);
  }

  public static Actor schedule() {
    return new Actor(Kind.SCHEDULE, "");
  }

  public static Actor gateway() {
    return new Actor(Kind.GATEWAY, "");
  }
}
