package org.evergreen.installation;

import java.util.Optional;

/**
 * Asked before a run of anything that charges, gives money back or writes to people. In a copy of
 * the shop none of these may happen. See docs/16-copies-of-the-shop.md.
 */
@FunctionalInterface
public interface ChargingPermission {

  /** What a shopper or merchant reads who asks for money to move in a copy. */
  String REFUSED =
      "This is a copy of the shop, or the shop at a new address that nobody has confirmed yet, so no"
          + " money is moved here.";

  /** Why nothing may be charged or sent, for the log; empty when it may. */
  Optional<String> refusal();

  /** Whether charges and mails may go out. */
  default boolean granted() {
    return refusal().isEmpty();
  }
}
