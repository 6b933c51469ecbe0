package org.evergreen.renewal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
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
 * worked on one by one, and what is due of each apart from what is tried again, so that only what
 * fails is set aside.
 */
final class OpenDue {

  private static final Logger LOG = LoggerFactory.getLogger(OpenDue.class);

  /** What was opened, and how many subscriptions were parked. */
  record Outcome(Opened opened, int parked) {

    private static Outcome of(Opened opened) {
      return new Outcome(opened, 0);
    }

    private Outcome plus(Outcome other) {
      return new Outcome(opened.plus(other.opened), parked + other.parked);
    }
  }

  /** What was opened, and the groups by account that are to be split up before they go on. */
  private record Step(Outcome outcome, Map<Long, List<RenewalGroupId>> toSplit) {}

  private final TransactionOperations transactions;
  private final AccountLeases leases;
  private final PriceDue pricing;
  private final OpenPriced due;
  private final RetryGroups retries;
  private final SplitRetries splits;
  private final ParkedRenewals parked;

  OpenDue(
      TransactionOperations transactions,
      AccountLeases leases,
      PriceDue pricing,
      OpenPriced due,
      RetryGroups retries,
      SplitRetries splits,
      ParkedRenewals parked) {
    this.transactions = transactions;
    this.leases = leases;
    this.pricing = pricing;
    this.due = due;
    this.retries = retries;
    this.splits = splits;
    this.parked = parked;
  }

  Outcome open(Claim claim) {
    Step step;
    try {
      step = openTogether(claim);
    } catch (RuntimeException failure) {
      if (isPassing(failure)) {
        throw failure;
      }
      LOG.warn("{} accounts are renewed one by one", claim.accounts().size(), failure);
      return claim.accounts().stream()
          .map(account -> openAlone(claim.only(account)))
          .reduce(Outcome.of(Opened.nothing()), Outcome::plus);
    }
    return step.toSplit().isEmpty() ? step.outcome() : step.outcome().plus(split(claim, step));
  }

  private Step openTogether(Claim claim) {
    PriceDue.Found found = pricing.price(claim);
    return transactions.execute(
        status -> {
          Set<Long> held = leases.lockHeld(claim);
          Outcome opened = due.open(found, held);
          RetryGroups.Attempts again = retries.open(held);
          return new Step(opened.plus(Outcome.of(again.opened())), again.toSplit());
        });
  }

  private Outcome openAlone(Claim claim) {
    Outcome opened = orSetAside(claim, () -> openOnlyDue(claim), parked::parkDueOf);
    return opened.plus(orSetAside(claim, () -> openOnlyRetries(claim), this::putOff));
  }

  private Outcome openOnlyDue(Claim claim) {
    PriceDue.Found found = pricing.price(claim);
    return transactions.execute(status -> due.open(found, leases.lockHeld(claim)));
  }

  private Outcome openOnlyRetries(Claim claim) {
    RetryGroups.Attempts again =
        transactions.execute(status -> retries.open(leases.lockHeld(claim)));
    Step step = new Step(Outcome.of(again.opened()), again.toSplit());
    return step.outcome().plus(split(claim, step));
  }

  private Outcome split(Claim claim, Step step) {
    return claim.accounts().stream()
        .filter(account -> step.toSplit().containsKey(account.id()))
        .map(
            account -> {
              Claim one = claim.only(account);
              List<RenewalGroupId> owed = step.toSplit().get(account.id());
              return orSetAside(one, () -> Outcome.of(splits.open(one, owed)), this::putOff);
            })
        .reduce(Outcome.of(Opened.nothing()), Outcome::plus);
  }

  /** Works on one account; what fails is set aside, so that it fails for nothing else. */
  private Outcome orSetAside(
      Claim claim, Supplier<Outcome> work, BiFunction<Long, String, Integer> setAside) {
    try {
      return work.get();
    } catch (RuntimeException failure) {
      if (isPassing(failure)) {
        throw failure;
      }
      LOG.error("Account {} cannot be renewed and is set aside", claim.ids()[0], failure);
      return transactions.execute(
          status -> {
            int set = 0;
            for (long account : leases.lockHeld(claim)) {
              set += setAside.apply(account, failure.toString());
            }
            return new Outcome(Opened.nothing(), set);
          });
    }
  }

  /** Nothing is parked by it: the groups keep their place on the retry ladder. */
  private int putOff(long account, String problem) {
    retries.putOff(account, problem);
    return 0;
  }

  /** The database is to blame, not what is in it; another run fares better. */
  private static boolean isPassing(RuntimeException failure) {
    return failure instanceof TransientDataAccessException
        || failure instanceof RecoverableDataAccessException
        || failure instanceof NonTransientDataAccessResourceException
        || failure instanceof TransactionException;
  }
}
