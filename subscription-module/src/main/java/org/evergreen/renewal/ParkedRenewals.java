package org.evergreen.renewal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.sql.Columns;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.BillingAccounts;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Renewals that are set aside because they cannot be made: the run goes on without them until a
 * merchant has looked. What something broke for is tried again by itself, after pauses that grow
 * with the time that it is overdue. Every method takes part in the transaction of its caller.
 */
final class ParkedRenewals {

  private static final int MAX_PROBLEM = 1000;
  private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(10);
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  private record Row(
      SubscriptionId subscription,
      Instant dueAt,
      Instant parkedAt,
      String problem,
      Optional<Instant> againAt) {}

  private static final Columns<Row> COLUMNS =
      Columns.<Row>of()
          .bigint("subscription_id", row -> row.subscription().value())
          .timestamp("due_at", Row::dueAt)
          .timestamp("parked_at", Row::parkedAt)
          .text("problem", row -> shortened(row.problem()))
          .timestamp("again_at", row -> row.againAt().orElse(null));
  private static final String PARK =
      COLUMNS.insertInto("evergreen_parked_renewal") + " on conflict do nothing";

  private static final String DUE_OF_ACCOUNT =
      "select s.id, s.next_payment_at from evergreen_subscription s"
          + " where s.billing_account_id = ? and s.next_payment_at <= ? and"
          + BillingAccounts.CHARGED_WHEN_DUE;

  private static final String NEWLY_PARKED =
      "select s.id from evergreen_subscription s where s.id = any(?) and 'RENEWAL_PARKED'"
          + " is distinct from (select e.what from evergreen_subscription_event e"
          + " where e.subscription_id = s.id order by e.happened_at desc, e.id desc limit 1)";

  private final JdbcOperations jdbc;
  private final RenewalHistory history;
  private final ShopTime time;

  ParkedRenewals(JdbcOperations jdbc, RenewalHistory history, ShopTime time) {
    this.jdbc = jdbc;
    this.history = history;
    this.time = time;
  }

  /**
   * Sets groups aside that have no price.
   *
   * @return how many subscriptions
   */
  int park(List<UnpricedGroup> groups) {
    Instant now = time.now();
    int parked = 0;
    for (UnpricedGroup group : groups) {
      List<Row> rows = new ArrayList<>();
      for (PlannedRenewal renewal : group.plan().renewals()) {
        SubscriptionId id = renewal.subscription().id();
        Optional<Instant> again =
            group.mayPass() ? Optional.of(againAt(renewal.dueAt(), now)) : Optional.empty();
        rows.add(new Row(id, renewal.dueAt(), now, group.problem(), again));
      }
      parked += write(rows);
    }
    return parked;
  }

  /**
   * Sets aside all that an account has due, because something broke over it.
   *
   * @return how many subscriptions
   */
  int parkDueOf(long account, String problem) {
    Instant now = time.now();
    return write(
        jdbc.query(
            DUE_OF_ACCOUNT,
            (row, n) -> {
              Instant dueAt = row.getTimestamp("next_payment_at").toInstant();
              return new Row(
                  new SubscriptionId(row.getLong("id")),
                  dueAt,
                  now,
                  problem,
                  Optional.of(againAt(dueAt, now)));
            },
            account,
            Timestamp.from(now)));
  }

  /** Half as long again as it is overdue, at least ten minutes and at most a day. */
  static Instant againAt(Instant dueAt, Instant now) {
    Duration pause = Duration.between(dueAt, now).dividedBy(2);
    if (pause.compareTo(SHORTEST_PAUSE) < 0) {
      pause = SHORTEST_PAUSE;
    }
    return now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  /** Accounts that have something to be tried again by now. */
  List<Long> accountsToTryAgain(int limit) {
    return jdbc.queryForList(
        "select distinct s.billing_account_id from evergreen_parked_renewal p"
            + " join evergreen_subscription s on s.id = p.subscription_id"
            + " where p.again_at <= ? order by s.billing_account_id limit ?",
        Long.class,
        Timestamp.from(time.now()),
        limit);
  }

  /** Brings back what is to be tried again by now; the accounts are locked. */
  void bringBack(List<Long> accounts) {
    jdbc.update(
        "delete from evergreen_parked_renewal p using evergreen_subscription s"
            + " where s.id = p.subscription_id and p.again_at <= ?"
            + " and s.billing_account_id = any(?)",
        Timestamp.from(time.now()),
        accounts.stream().mapToLong(Long::longValue).toArray());
  }

  private int write(List<Row> rows) {
    if (!rows.isEmpty()) {
      COLUMNS.update(jdbc, PARK, rows);
      List<SubscriptionId> ids = newlyParked(rows);
      history.append(ids, What.RENEWAL_PARKED, Actor.schedule(), rows.get(0).problem());
    }
    return rows.size();
  }

  /** Without those that were tried again by themselves in vain: their history says it already. */
  private List<SubscriptionId> newlyParked(List<Row> rows) {
    return jdbc.query(
        NEWLY_PARKED,
        (row, n) -> new SubscriptionId(row.getLong(1)),
        rows.stream().mapToLong(row -> row.subscription().value()).toArray());
  }

  /** Has a renewal tried again; false if it was not parked. */
  boolean unpark(SubscriptionId subscription, Actor actor) {
    int rows =
        jdbc.update(
            "delete from evergreen_parked_renewal where subscription_id = ?", subscription.value());
    if (rows > 0) {
      history.append(List.of(subscription), What.RENEWAL_UNPARKED, actor, "");
    }
    return rows > 0;
  }

  static String shortened(String problem) {
    return problem.length() <= MAX_PROBLEM ? problem : problem.substring(0, MAX_PROBLEM);
  }
}
