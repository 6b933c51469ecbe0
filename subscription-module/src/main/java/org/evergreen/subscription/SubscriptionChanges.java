package org.evergreen.subscription;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.evergreen.storefront.CustomerId;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How a subscription is changed: in one transaction that waits for other changes of the same
 * customer, writes the history, works out when the customer is next due and tells the listeners.
 */
final class SubscriptionChanges {

  /**
   * What a command did.
   *
   * @param tell how listeners hear of it
   */
  record Change(
      Instant at,
      Actor actor,
      SubscriptionEvent.What what,
      String note,
      BiConsumer<SubscriptionListener, List<Subscription>> tell) {}

  private final EntityManager entities;
  private final TransactionOperations transactions;
  private final BillingAccounts accounts;
  private final SubscriptionHistory history;
  private final List<SubscriptionListener> listeners;

  SubscriptionChanges(
      EntityManager entities,
      TransactionOperations transactions,
      BillingAccounts accounts,
      SubscriptionHistory history,
      List<SubscriptionListener> listeners) {
    this.entities = entities;
    this.transactions = transactions;
    this.accounts = accounts;
    this.history = history;
    this.listeners = List.copyOf(listeners);
  }

  /**
   * Runs a command in a transaction, the caller's if there is one.
   *
   * @param done whether the command has its effect already: it is a repetition then, whatever was
   *     seen
   * @param command changes the subscription
   * @throws StaleSubscriptionException if it is not what was seen, or changes at the same moment
   */
  void change(Seen seen, Predicate<Subscription> done, Function<Subscription, Change> command) {
    telling(
        seen.id(),
        () ->
            transactions.executeWithoutResult(
                status -> {
                  Subscription subscription = lock(seen.id());
                  if (done.test(subscription)) {
                    return;
                  }
                  if (!seen.isCurrent(subscription)) {
                    throw StaleSubscriptionException.changedSince(seen.id());
                  }
                  carryOut(subscription, command);
                }));
  }

  /**
   * Runs a command on all subscriptions of a customer, in one transaction.
   *
   * @param left those that it does not concern, or that have its effect already
   * @return how many changed
   */
  int changeAll(
      CustomerId customer, Predicate<Subscription> left, Function<Subscription, Change> command) {
    return transactions.execute(
        status -> {
          accounts.lock(List.of(accounts.of(customer)));
          List<Subscription> concerned =
              entities
                  .createQuery(
                      "select s from EvergreenSubscription s where s.customerId = :customer"
                          + " order by s.id",
                      Subscription.class)
                  .setParameter("customer", customer.value())
                  .getResultList();
          concerned.forEach(entities::refresh);
          List<Subscription> changing = concerned.stream().filter(left.negate()).toList();
          List<Change> done = changing.stream().map(one -> apply(one, command)).toList();
          if (!done.isEmpty()) {
            tell(changing, done.get(0));
          }
          return changing.size();
        });
  }

  private static void telling(SubscriptionId id, Runnable change) {
    try {
      change.run();
    } catch (OptimisticLockException | OptimisticLockingFailureException e) {
      throw StaleSubscriptionException.changedMeanwhile(id, e);
    }
  }

  /** A subscription that nobody else changes until the end of the transaction, as it is now. */
  Subscription lock(SubscriptionId id) {
    Long account =
        entities
            .createQuery(
                "select s.billingAccountId from EvergreenSubscription s where s.id = :id",
                Long.class)
            .setParameter("id", id.value())
            .getResultList()
            .stream()
            .findFirst()
            .orElseThrow(() -> UnknownSubscriptionException.withId(id));
    accounts.lock(List.of(account));
    Subscription subscription = entities.find(Subscription.class, id.value());
    // It may have been read before the lock, by whoever opened the persistence context.
    entities.refresh(subscription);
    return subscription;
  }

  /** Runs a command on a subscription that is locked. */
  void carryOut(Subscription subscription, Function<Subscription, Change> command) {
    tell(List.of(subscription), apply(subscription, command));
  }

  private Change apply(Subscription subscription, Function<Subscription, Change> command) {
    SubscriptionStatus before = subscription.status();
    Change change = command.apply(subscription);
    entities.flush();
    history.append(
        List.of(
            new SubscriptionEvent(
                subscription.id(),
                change.at(),
                change.actor(),
                change.what(),
                Optional.of(before),
                subscription.status(),
                change.note())));
    return change;
  }

  private void tell(List<Subscription> changed, Change change) {
    listeners.forEach(listener -> change.tell().accept(listener, changed));
    accounts.refreshNextDue(changed.stream().map(Subscription::billingAccount).distinct().toList());
  }

  /** Works out anew when the customer of a subscription is next due. */
  void refreshNextDue(SubscriptionId id) {
    accounts.refreshNextDue(
        List.of(entities.find(Subscription.class, id.value()).billingAccount()));
  }
}
