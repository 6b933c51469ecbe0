package org.evergreen.site.selfservice;

import java.util.Optional;
import org.evergreen.site.action.Availability;
import org.evergreen.subscription.Subscription;

/** What can be changed only while a subscription runs. */
final class Running {

  private Running() {}

  /** Why it cannot be changed now, if it is not running. */
  static Optional<Availability> require(Subscription subscription) {
    return subscription.status().renews()
        ? Optional.empty()
        : Optional.of(new Availability.Hidden("Only a running subscription can be changed."));
  }
}
