package org.evergreen.renewal;

import java.util.List;
import java.util.stream.Stream;
import org.evergreen.payment.Charge;

/**
 * What has been written down and waits for its next step.
 *
 * @param renewals how many renewals
 * @param charges to be submitted
 * @param free groups that cost nothing and are paid already
 * @param waiting groups that wait for a payment method
 */
record Opened(int renewals, List<Charge> charges, List<RenewalGroupId> free, int waiting) {

  static Opened nothing() {
    return new Opened(0, List.of(), List.of(), 0);
  }

  /** Charges, and groups that were settled without one. */
  static Opened of(int renewals, List<Charge> charges, List<GroupOutcome> settled) {
    List<RenewalGroupId> free =
        settled.stream()
            .filter(outcome -> outcome.becomes() == RenewalGroupStatus.PAID)
            .map(GroupOutcome::group)
            .toList();
    return new Opened(renewals, charges, free, settled.size() - free.size());
  }

  Opened plus(Opened other) {
    return new Opened(
        renewals + other.renewals,
        Stream.concat(charges.stream(), other.charges.stream()).toList(),
        Stream.concat(free.stream(), other.free.stream()).toList(),
        waiting + other.waiting);
  }
}
