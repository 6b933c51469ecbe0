package org.evergreen.renewal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.evergreen.subscription.CreditEntry;
import org.evergreen.subscription.CreditEntry.Reason;
import org.evergreen.subscription.Credits;

/** The credit that renewals use, and that comes back from those that are given up. */
final class RenewalCredits {

  private final Credits credits;

  RenewalCredits(Credits credits) {
    this.credits = credits;
  }

  /** Takes the credit of groups that are opened, in the transaction of the caller. */
  void open(Collection<PricedGroup> groups) {
    List<CreditEntry> entries = new ArrayList<>();
    for (PricedGroup group : groups) {
      String reference = group.id().reference();
      group
          .credits()
          .forEach(
              (subscription, used) ->
                  entries.add(
                      new CreditEntry(subscription, used.negated(), Reason.RENEWAL, reference)));
    }
    credits.enter(entries);
  }

  /** Gives back what was to pay renewals that are not owed any more. */
  void giveBack(List<VoidedRenewal> voided) {
    credits.enter(
        voided.stream()
            .filter(renewal -> renewal.credit().isPositive())
            .map(
                renewal ->
                    new CreditEntry(
                        renewal.subscription(),
                        renewal.credit(),
                        Reason.RENEWAL_VOIDED,
                        renewal.group().reference()))
            .toList());
  }
}
