package org.evergreen.renewal;

import java.util.List;
import java.util.stream.Stream;
import org.evergreen.payment.Charge;

/**
 * What has been written down and waits for its next step.
 *
 * @param renewals how many renewals
 * @param charges to be submitted
 * @param priced the groups that are new, as they were written down
 * @param free groups that cost nothing and are paid already
 * @param waiting groups that wait for a payment method
 */
record Opened(
    int renewals,
    List<Charge> charges,
    List<PricedGroup> priced,
    List<RenewalGroupId> free,
    int waiting) {

  static Opened nothing() {
    return new Opened(0, List.of(), List.of(), List.of(), 0);
  }

  /** What was opened of groups that were written down before. */
  static Opened of(int renewals, List<Charge> charges, List<GroupOutcome> settled) {
    return of(renewals, charges, List.of(), settled);
  }

  /**
   * What was opened.
   *
   * @param settled groups that were settled without a charge
   */
  static Opened of(
      int renewals, List<Charge> charges, List<PricedGroup> priced, List<GroupOutcome> settled) {
    List<RenewalGroupId> free =
        settled.stream()
            .filter(outcome -> outcome.becomes() == RenewalGroupStatus.PAID)
            .map(GroupOutcome::group)
            .toList();
    return new Opened(renewals, charges, priced, free, settled.size() - free.size());
  }

  Opened plus(Opened other) {
    return new Opened(
        renewals + other.renewals,
        both(charges, other.charges),
        both(priced, other.priced),
        both(free, other.free),
        waiting + other.waiting);
  }

  private static <T> List<T> both(List<T> some, List<T> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}
