package org.evergreen.subscription;

import java.util.OptionalLong;

/**
 * The subscription on which somebody acts, as he saw it. A command on something that has changed
 * since is refused, so that nobody confirms what he was not shown.
 *
 * @param version empty when it does not matter what he saw
 */
public record Seen(SubscriptionId id, OptionalLong version) {

  /** In whatever state it is. */
  public static Seen any(SubscriptionId id) {
    return new Seen(id, OptionalLong.empty());
  }

  /** As it was read. */
  public static Seen of(Subscription subscription) {
    return at(subscription.id(), subscription.version());
  }

  /** As it was when a page showed it. */
  public static Seen at(SubscriptionId id, long version) {
    return new Seen(id, OptionalLong.of(version));
  }

  /** Whether nothing has changed since, or it does not matter. */
  public boolean isCurrent(Subscription subscription) {
    return version.isEmpty() || version.getAsLong() == subscription.version();
  }

  /** Whether exactly one change was made since. */
  boolean isOneBehind(Subscription subscription) {
    return version.isPresent() && version.getAsLong() + 1 == subscription.version();
  }
}
