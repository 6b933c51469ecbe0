package org.evergreen.renewal;

import java.util.Optional;

/** What came of renewing or paying at once, while the shopper or the merchant waits. */
public sealed interface OnDemandResult {

  /**
   * Paid.
   *
   * @param orderNumber of the order at the host; empty while the host has not taken it, which
   *     recovery sees to
   */
  record Paid(Optional<String> orderNumber) implements OnDemandResult {}

  /**
   * The gateway refused; nothing was taken.
   *
   * @param sentence why, for the shopper
   */
  record Declined(String sentence) implements OnDemandResult {}

  /** The shopper must confirm the payment with his bank; nothing was taken yet. */
  record NeedsShopper() implements OnDemandResult {}

  /** The gateway has not answered yet, or takes days; it is settled as soon as it is known. */
  record Unanswered() implements OnDemandResult {}

  /**
   * Not tried; nothing changed.
   *
   * @param sentence why, for the shopper
   */
  record Refused(String sentence) implements OnDemandResult {}

  /** Not tried, because the quote is not true any more; ask for a new one. */
  record Outdated() implements OnDemandResult {}
}
