package org.evergreen.subscription;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evergreen.calendar.Schedule;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Reads subscriptions. What it answers has its lines loaded and may leave the transaction. */
public class SubscriptionQueries {

  private static final String WITH_LINES =
      "select distinct s from EvergreenSubscription s left join fetch s.lines ";

  private final EntityManager entities;
  private final NamedParameterJdbcOperations jdbc;
  private final SubscriptionHistory history;
  private final MerchantSearch merchantSearch;
  private final ShopTime time;

  public SubscriptionQueries(
      EntityManager entities,
      NamedParameterJdbcOperations jdbc,
      SubscriptionHistory history,
      ShopTime time) {
    this.entities = entities;
    this.jdbc = jdbc;
    this.history = history;
    this.merchantSearch = new MerchantSearch(jdbc);
    this.time = time;
  }

  /** All subscriptions of a customer, newest first. */
  public List<Subscription> ofCustomer(CustomerId customer) {
    return entities
        .createQuery(
            WITH_LINES
                + "where s.customerId = :customer order by s.timeline.startedAt desc, s.id desc",
            Subscription.class)
        .setParameter("customer", customer.value())
        .getResultList();
  }

  /** What others pay for the owner of an e-mail address, newest first; in any case of letters. */
  public List<Subscription> forRecipient(String email) {
    return entities
        .createQuery(
            WITH_LINES
                + "where lower(s.recipientEmail) = :email"
                + " order by s.timeline.startedAt desc, s.id desc",
            Subscription.class)
        .setParameter("email", email.strip().toLowerCase(Locale.ROOT))
        .getResultList();
  }

  /** A subscription if somebody else pays it for the owner of this e-mail address. */
  public Optional<Subscription> findForRecipient(String email, SubscriptionId id) {
    return find(id)
        .filter(
            subscription ->
                subscription
                    .recipient()
                    .filter(recipient -> recipient.email().equalsIgnoreCase(email.strip()))
                    .isPresent());
  }

  /** A subscription if it is this customer's. */
  public Optional<Subscription> find(CustomerId customer, SubscriptionId id) {
    return find(id).filter(subscription -> subscription.customer().equals(customer));
  }

  public Optional<Subscription> find(SubscriptionId id) {
    return byId(List.of(id)).stream().findFirst();
  }

  /** The subscriptions that exist, newest first; an unknown number is left out. */
  public List<Subscription> byId(Collection<SubscriptionId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery(WITH_LINES + "where s.id in :ids order by s.id desc", Subscription.class)
        .setParameter("ids", ids.stream().map(SubscriptionId::value).toList())
        .getResultList();
  }

  /** What happened to it, newest first. */
  public List<SubscriptionEvent> history(SubscriptionId id) {
    return history.of(id);
  }

  /** Whether the customer has subscribed again, so that another one that runs goes on from it. */
  public boolean isContinued(SubscriptionId id) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from evergreen_subscription where resubscribed_from = :id"
                + " and status not in ('CANCELLED', 'EXPIRED'))",
            new MapSqlParameterSource("id", id.value()),
            Boolean.class));
  }

  /**
   * Whether a shopper cancelled it before an instant at which a payment is due, but later than the
   * notice that he agreed to asks for.
   */
  public boolean isCancelledTooLateFor(SubscriptionId id, Instant payment) {
    Optional<SubscriptionEvent> cancelled =
        history.of(id).stream()
            .filter(event -> event.what() == SubscriptionEvent.What.CANCELLED)
            .findFirst();
    return cancelled.isPresent()
        && find(id)
            .filter(
                subscription ->
                    Cancelling.isLate(
                        time,
                        cancelled.get().happenedAt(),
                        payment,
                        Commitments.noticeDays(subscription, cancelled.get().actor())))
            .isPresent();
  }

  /** Whether a renewal before it is due waits for the shopper to confirm it with his bank. */
  boolean waitsForTheBank(SubscriptionId id) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from evergreen_subscription s"
                + " join evergreen_renewal_group g on g.id = s.open_group_id"
                + " join evergreen_charge c on c.subject = 'renewal-' || g.id"
                + " where s.id = :id and g.early and g.status = 'WAITING'"
                + " and c.state = 'ACTION_REQUIRED')",
            new MapSqlParameterSource("id", id.value()),
            Boolean.class));
  }

  /** The order that started it and the orders of its renewals and changes, newest first. */
  public List<OrderId> orders(SubscriptionId id) {
    return jdbc.query(
        "select order_id from ("
            + "select g.order_id, r.cycle, g.paid_at from evergreen_renewal r"
            + " join evergreen_renewal_group g on g.id = r.group_id"
            + " where r.subscription_id = :id and r.voided_at is null and g.order_id is not null"
            + " union all select c.order_id, 0, c.settled_at from evergreen_change c"
            + " where c.order_id is not null and (c.subscription_id = :id"
            + " or c.id = (select substr(t.origin_key, 8)::bigint from evergreen_subscription t"
            + " where t.id = :id and t.origin_key ~ '^change-[0-9]+$'))"
            + " union all select s.origin_order_id, -1, s.started_at"
            + " from evergreen_subscription s where s.id = :id"
            + " and s.origin_key not like 'change-%') o"
            + " order by o.paid_at desc, o.cycle desc, o.order_id desc",
        new MapSqlParameterSource("id", id.value()),
        (row, number) -> new OrderId(row.getString("order_id")));
  }

  /** A page of the merchant's list. */
  public SubscriptionPage search(SubscriptionSearch search) {
    List<SubscriptionId> found = merchantSearch.find(search);
    boolean hasNext = found.size() > search.size();
    List<SubscriptionId> shown = hasNext ? found.subList(0, search.size()) : found;
    return new SubscriptionPage(byId(shown), search.page(), hasNext);
  }

  /** The payment dates of a subscription in the shop's zone. */
  public Schedule scheduleOf(Subscription subscription) {
    return subscription.schedule(time.zone());
  }

  /** The next payment dates, at most {@code count}; none when no payment is to come. */
  public List<Instant> upcoming(Subscription subscription, int count) {
    return subscription.timeline().upcoming(time.zone(), count);
  }
}
