package org.evergreen.renewal;

import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The first half of a batch: what claimed accounts have to pay is worked out and written down. What
 * cannot be priced is parked with the reason. When a batch fails as a whole, its accounts are
 * worked on one by one, so that only the one that fails is set aside.
 */
final class OpenDue {

  private static final Logger LOG = LoggerFactory.getLogger(OpenDue.class);

  /** What was opened, and how many subscriptions were parked. */
  record Outcome(Opened opened, int parked) {

    private static Outcome nothing() {
      return new Outcome(Opened.nothing(), 0);
    }

    private Outcome plus(Outcome other) {
      return new Outcome(opened.plus(other.opened), parked + other.parked);
    }
  }

  private final TransactionOperations transactions;
  private final AccountLeases leases;
  private final PriceDue pricing;
  private final OpenGroups groups;
  private final RetryGroups retries;
  private final ParkedRenewals parked;
  private final LeaveOutCycles missed;

  OpenDue(
      TransactionOperations transactions,
      AccountLeases leases,
      PriceDue pricing,
      OpenGroups groups,
      RetryGroups retries,
      ParkedRenewals parked,
      LeaveOutCycles missed) {
    this.transactions = transactions;
    this.leases = leases;
    this.pricing = pricing;
    this.groups = groups;
    this.retries = retries;
    this.parked = parked;
    this.missed = missed;
  }

  Outcome open(Claim claim) {
    try {
      return openTogether(claim);
    } catch (RuntimeException failure) {
      if (isPassing(failure)) {
        throw failure;
      }
      LOG.warn("{} accounts are renewed one by one", claim.accounts().size(), failure);
      return claim.accounts().stream()
          .map(account -> openAlone(claim.only(account)))
          .reduce(Outcome.nothing(), Outcome::plus);
    }
  }

  private Outcome openTogether(Claim claim) {
    PriceDue.Found found = pricing.price(claim);
    PriceGroups.Prices prices = found.prices();
    return transactions.execute(
        status -> {
          Set<Long> held = leases.lockHeld(claim);
          List<UnpricedGroup> unpriced =
              prices.unpriced().stream()
                  .filter(group -> held.contains(group.plan().account()))
                  // What is owed already is retried as it was.
                  .filter(group -> !group.plan().isSplitOff())
                  .toList();
          int set = parked.park(unpriced);
          missed.leaveOut(found.leftOut(), held);
          return new Outcome(groups.open(prices.priced(), held).plus(retries.open(held)), set);
        });
  }

  private Outcome openAlone(Claim claim) {
    try {
      return openTogether(claim);
    } catch (RuntimeException failure) {
      if (isPassing(failure)) {
        throw failure;
      }
      LOG.error("Account {} cannot be renewed and is set aside", claim.ids()[0], failure);
      int set = transactions.execute(status -> setAside(claim, failure.toString()));
      return new Outcome(Opened.nothing(), set);
    }
  }

  private int setAside(Claim claim, String problem) {
    int set = 0;
    for (long account : leases.lockHeld(claim)) {
      retries.giveUp(account, problem);
      set += parked.parkDueOf(account, problem);
    }
    return set;
  }

  /** The database is to blame, not what is in it; another run fares better. */
  private static boolean isPassing(RuntimeException failure) {
    return failure instanceof TransientDataAccessException
        || failure instanceof RecoverableDataAccessException
        || failure instanceof NonTransientDataAccessResourceException
        || failure instanceof TransactionException;
  }
}
