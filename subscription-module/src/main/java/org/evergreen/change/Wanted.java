package org.evergreen.change;

import java.util.Optional;
import org.evergreen.settings.ChangePolicies;
import org.evergreen.subscription.SubscriptionLine;

/**
 * A request looked up: what it is about, and by which policies it goes.
 *
 * @param line that changes; empty when an item is added
 * @param item that is delivered afterwards; empty when one is taken out
 * @param switches whether it is a switch of plan or product, which brings a new plan's terms
 */
record Wanted(
    Optional<SubscriptionLine> line,
    Optional<Item> item,
    ChangePolicies policies,
    boolean switches) {

  boolean adds() {
    return line.isEmpty();
  }

  boolean removes() {
    return item.isEmpty();
  }

  SubscriptionLine changedLine() {
    return line.orElseThrow();
  }

  Item newItem() {
    return item.orElseThrow();
  }
}
