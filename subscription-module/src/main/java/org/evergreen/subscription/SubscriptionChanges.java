package org.evergreen.subscription;

import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
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
   * Runs a command.
   *
   * @param command changes the subscription; empty when there is nothing to change
   */
  void change(SubscriptionId id, Function<Subscription, Optional<Change>> command) {
    try {
      transactions.executeWithoutResult(
          status -> {
            Subscription subscription = lock(id);
            SubscriptionStatus before = subscription.status();
            command.apply(subscription).ifPresent(change -> complete(subscription, before, change));
          });
    } catch (OptimisticLockException | OptimisticLockingFailureException e) {
      throw StaleSubscriptionException.changedMeanwhile(id, e);
    }
  }

  private Subscription lock(SubscriptionId id) {
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

  private void complete(Subscription subscription, SubscriptionStatus before, Change change) {
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
    listeners.forEach(listener -> change.tell().accept(listener, List.of(subscription)));
    accounts.refreshNextDue(List.of(subscription.billingAccount()));
  }
}
