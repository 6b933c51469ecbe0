package org.evergreen.subscription;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.storefront.OrderId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Brings subscriptions into being, for {@code checkout}. Runs in the caller's transaction. */
public class SubscriptionStarts {

  private final EntityManager entities;
  private final NamedParameterJdbcOperations jdbc;
  private final SubscriptionHistory history;
  private final BillingAccounts accounts;
  private final List<SubscriptionListener> listeners;

  public SubscriptionStarts(
      EntityManager entities,
      NamedParameterJdbcOperations jdbc,
      SubscriptionHistory history,
      BillingAccounts accounts,
      List<SubscriptionListener> listeners) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.history = history;
    this.accounts = accounts;
    this.listeners = List.copyOf(listeners);
  }

  /** The subscriptions that an order started, in the order in which they were started. */
  public List<SubscriptionId> startedBy(OrderId order) {
    return jdbc.query(
        "select id from evergreen_subscription where origin_order_id = :order order by id",
        new MapSqlParameterSource("order", order.value()),
        (row, number) -> new SubscriptionId(row.getLong("id")));
  }

  /**
   * Starts subscriptions of one customer, writes their history and tells the listeners of those
   * that run already.
   */
  public List<SubscriptionId> start(List<NewSubscription> beginnings) {
    List<Subscription> started = beginnings.stream().map(Subscription::new).toList();
    started.forEach(entities::persist);
    entities.flush();
    List<SubscriptionEvent> events = new ArrayList<>();
    for (int i = 0; i < started.size(); i++) {
      events.add(startOf(started.get(i), beginnings.get(i).details()));
    }
    history.append(events);
    accounts.refreshNextDue(started.stream().map(Subscription::billingAccount).distinct().toList());
    List<Subscription> running =
        started.stream().filter(one -> one.status() != SubscriptionStatus.PENDING).toList();
    if (!running.isEmpty()) {
      listeners.forEach(listener -> listener.started(running));
    }
    return started.stream().map(Subscription::id).toList();
  }

  private static SubscriptionEvent startOf(
      Subscription subscription, NewSubscription.Details details) {
    return new SubscriptionEvent(
        subscription.id(),
        subscription.startedAt(),
        details.by(),
        SubscriptionEvent.What.STARTED,
        Optional.empty(),
        subscription.status(),
        details.note());
  }
}
