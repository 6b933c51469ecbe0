package org.evergreen.renewal;

import java.util.List;
import java.util.Set;

/** Opens what is due and has a price, and sets aside what has none. */
final class OpenPriced {

  private final OpenGroups groups;
  private final ParkedRenewals parked;
  private final LeaveOutCycles missed;

  OpenPriced(OpenGroups groups, ParkedRenewals parked, LeaveOutCycles missed) {
    this.groups = groups;
    this.parked = parked;
    this.missed = missed;
  }

  /** For accounts that are held, in the transaction of the caller. */
  OpenDue.Outcome open(PriceDue.Found found, Set<Long> heldAccounts) {
    List<UnpricedGroup> unpriced =
        found.prices().unpriced().stream()
            .filter(group -> heldAccounts.contains(group.plan().account()))
            // What is owed already is retried as it was.
            .filter(group -> !group.plan().isSplitOff())
            .toList();
    int set = parked.park(unpriced);
    missed.leaveOut(found.leftOut(), heldAccounts);
    return new OpenDue.Outcome(groups.open(found.prices().priced(), heldAccounts), set);
  }
}
