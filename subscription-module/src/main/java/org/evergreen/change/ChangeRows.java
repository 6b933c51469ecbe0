package org.evergreen.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.evergreen.money.Working;
import org.evergreen.sql.IdSequence;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.Placement;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** The rows of confirmed changes. Every method takes part in the transaction of its caller. */
final class ChangeRows {

  private static final int MAX_PROBLEM = 1000;

  /** What waits for the next payment comes with it, wherever its date was moved to meanwhile. */
  private static final String SELECT =
      "select c.*, case when c.state = 'SCHEDULED' then coalesce(s.next_payment_at, c.apply_at)"
          + " else c.apply_at end as comes_at from evergreen_change c"
          + " join evergreen_subscription s on s.id = c.subscription_id ";

  private final NamedParameterJdbcOperations jdbc;
  private final IdSequence ids;

  ChangeRows(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
    this.ids = new IdSequence(jdbc.getJdbcOperations(), "evergreen_change_seq");
  }

  /** Writes down a change that was confirmed. */
  ChangeRow add(
      Subscription subscription,
      ChangeRequest request,
      ChangeQuotes.Made made,
      ChangeState state,
      Actor actor,
      Instant now) {
    ChangeId id = new ChangeId(ids.next());
    jdbc.update(
        "insert into evergreen_change (id, subscription_id, billing_account_id, customer_id, kind,"
            + " state, line_id, token, request, quote, working, due_now, total, credit, refunded, currency,"
            + " asked_at, asked_by, asked_by_name, apply_at, standing)"
            + " values (:id, :subscription, :account, :customer, :kind, :state, :line, :token,"
            + " :request, :quote, :working, :dueNow, :total, :credit, :refunded, :currency, :now, :by, :name,"
            + " :applyAt, :standing)",
        values(subscription, request, made)
            .addValue("id", id.value())
            .addValue("state", state.name())
            .addValue("now", at(now))
            .addValue("by", actor.kind().name())
            .addValue("name", actor.name()));
    return find(id).orElseThrow();
  }

  private static MapSqlParameterSource values(
      Subscription subscription, ChangeRequest request, ChangeQuotes.Made made) {
    ChangeAmounts amounts = made.quote().amounts();
    return new MapSqlParameterSource("subscription", subscription.id().value())
        .addValue("account", subscription.billingAccount())
        .addValue("customer", subscription.customer().value())
        .addValue("kind", made.quote().kind().name())
        .addValue("line", key(request.changedLine()), Types.BIGINT)
        .addValue("token", made.quote().token())
        .addValue("request", ChangeRequestText.write(request))
        .addValue("quote", ChangeText.write(made.worked().plan()))
        .addValue("working", made.quote().working().asText())
        .addValue("dueNow", amounts.dueNow().getAmount())
        .addValue("total", amounts.total().getAmount())
        .addValue("credit", amounts.fromCredit().getAmount())
        .addValue("refunded", amounts.refunded().getAmount())
        .addValue("currency", subscription.currency().getCode())
        .addValue("standing", made.standing())
        .addValue(
            "applyAt",
            made.quote().scheduledFor().map(ChangeRows::at).orElse(null),
            Types.TIMESTAMP_WITH_TIMEZONE);
  }

  Optional<ChangeRow> find(ChangeId id) {
    return query("where c.id = :id", new MapSqlParameterSource("id", id.value())).stream()
        .findFirst();
  }

  /** The change that came of confirming a quote; a refused one can be confirmed again. */
  Optional<ChangeRow> byToken(SubscriptionId subscription, String token) {
    return query(
            "where c.subscription_id = :id and c.token = :token and c.state <> 'REFUSED'",
            new MapSqlParameterSource("id", subscription.value()).addValue("token", token))
        .stream()
        .findFirst();
  }

  /** Those of a subscription, and the one that brought it into being. */
  List<ChangeRow> of(SubscriptionId subscription) {
    return query(
        "where c.subscription_id = :id or c.id = (select substr(t.origin_key, 8)::bigint"
            + " from evergreen_subscription t where t.id = :id"
            + " and t.origin_key ~ '^change-[0-9]+$') order by c.id desc",
        new MapSqlParameterSource("id", subscription.value()));
  }

  /** Those that wait for a payment which is before an instant and can be made now. */
  List<ChangeRow> due(Collection<Long> accounts, Instant before) {
    return accounts.isEmpty()
        ? List.of()
        : query(
            "where c.billing_account_id in (:accounts) and c.state = 'SCHEDULED'"
                + " and s.next_payment_at < :before and s.status in ('ACTIVE', 'TRIALING')"
                + " and s.open_group_id is null and s.open_change_id is null order by c.id",
            new MapSqlParameterSource("accounts", accounts).addValue("before", at(before)));
  }

  /** Paid changes whose order the host has not taken yet. */
  List<ChangeRow> withoutOrder(int limit) {
    return query(
        "where c.state = 'APPLIED' and c.total > 0 and c.order_id is null"
            + " order by c.settled_at limit :limit",
        new MapSqlParameterSource("limit", limit));
  }

  /** Changes that left something over which was not paid back yet. */
  List<ChangeRow> withoutRefund(int limit) {
    return query(
        "where c.state = 'APPLIED' and c.refunded > 0 and c.problem is null and not exists"
            + " (select 1 from evergreen_refund f"
            + " where f.idempotency_key = 'refund-change-' || c.id)"
            + " order by c.settled_at limit :limit",
        new MapSqlParameterSource("limit", limit));
  }

  /** Changes that were asked for until an instant and whose payment waits for the shopper. */
  List<ChangeRow> waitingForTheShopper(Instant since) {
    return query(
        "where c.state = 'OPEN' and c.asked_at <= :since and exists (select 1"
            + " from evergreen_charge h"
            + " where h.subject = 'change-' || c.id and h.state = 'ACTION_REQUIRED')"
            + " order by c.id",
        new MapSqlParameterSource("since", at(since)));
  }

  /** Changes that were paid in vain and whose payment was not given back yet. */
  List<ChangeRow> paidInVain(int limit) {
    return query(
        "where c.pay_back order by c.settled_at limit :limit",
        new MapSqlParameterSource("limit", limit));
  }

  /** What was paid for a change is to be given back, or has been. */
  void payBack(ChangeId id, boolean toDo) {
    jdbc.update(
        "update evergreen_change set pay_back = :toDo where id = :id",
        new MapSqlParameterSource("id", id.value()).addValue("toDo", toDo));
  }

  /** What was left over, or paid in vain, cannot be paid back; nobody tries again by himself. */
  void notPaidBack(ChangeId id, String problem) {
    jdbc.update(
        "update evergreen_change set problem = :problem, pay_back = false where id = :id",
        new MapSqlParameterSource("id", id.value()).addValue("problem", shortened(problem)));
  }

  /** What is being paid for a subscription. */
  Optional<ChangeRow> open(SubscriptionId subscription) {
    return query(
            "where c.subscription_id = :id and c.state = 'OPEN'",
            new MapSqlParameterSource("id", subscription.value()))
        .stream()
        .findFirst();
  }

  boolean hasScheduled(SubscriptionId subscription, OptionalLong line) {
    return line.isPresent()
        && of(subscription).stream()
            .anyMatch(
                row ->
                    row.state() == ChangeState.SCHEDULED
                        && row.request().changedLine().equals(line));
  }

  /** Whether any change of a subscription waits for its next payment. */
  boolean hasScheduled(SubscriptionId subscription) {
    return of(subscription).stream().anyMatch(row -> row.state() == ChangeState.SCHEDULED);
  }

  /** Ends a change; nothing happens when it has ended already. */
  boolean settle(ChangeId id, ChangeState state, Instant now, Optional<String> problem) {
    return jdbc.update(
            "update evergreen_change set state = :state, settled_at = :now, problem = :problem"
                + " where id = :id and state in ('OPEN', 'SCHEDULED')",
            new MapSqlParameterSource("id", id.value())
                .addValue("state", state.name())
                .addValue("now", at(now))
                .addValue("problem", problem.map(ChangeRows::shortened).orElse(null)))
        == 1;
  }

  void placed(ChangeId id, Placement.Placed order) {
    jdbc.update(
        "update evergreen_change set order_id = :order, order_number = :number, problem = null"
            + " where id = :id and order_id is null",
        new MapSqlParameterSource("id", id.value())
            .addValue("order", order.order().value())
            .addValue("number", order.number()));
  }

  void notPlaced(ChangeId id, String problem) {
    jdbc.update(
        "update evergreen_change set problem = :problem where id = :id and order_id is null",
        new MapSqlParameterSource("id", id.value()).addValue("problem", shortened(problem)));
  }

  private List<ChangeRow> query(String condition, MapSqlParameterSource values) {
    return jdbc.query(SELECT + condition, values, (row, number) -> read(row));
  }

  private static ChangeRow read(ResultSet row) throws SQLException {
    return new ChangeRow(
        new ChangeId(row.getLong("id")),
        new SubscriptionId(row.getLong("subscription_id")),
        new CustomerId(row.getString("customer_id")),
        ChangeState.valueOf(row.getString("state")),
        ChangeRequestText.read(row.getString("request")),
        ChangeText.read(row.getString("quote")),
        Working.parse(row.getString("working")),
        instant(row, "asked_at").orElseThrow(),
        new Actor(Actor.Kind.valueOf(row.getString("asked_by")), row.getString("asked_by_name")),
        instant(row, "comes_at"),
        instant(row, "settled_at"),
        Optional.ofNullable(row.getString("order_id")).map(OrderId::new),
        Optional.ofNullable(row.getString("order_number")),
        Optional.ofNullable(row.getString("problem")),
        Optional.ofNullable(row.getString("standing")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static Long key(OptionalLong line) {
    return line.isPresent() ? line.getAsLong() : null;
  }

  private static String shortened(String problem) {
    return problem.length() <= MAX_PROBLEM ? problem : problem.substring(0, MAX_PROBLEM);
  }
}
