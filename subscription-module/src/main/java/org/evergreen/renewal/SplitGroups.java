package org.evergreen.renewal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evergreen.sql.Columns;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Groups that were declined and whose subscriptions are charged each by itself from the next
 * attempt on. Their renewals are struck out in the old group and opened again, priced anew, in
 * groups of their own.
 */
final class SplitGroups {

  private static final String PROBLEM = "Declined together; each is charged by itself now.";

  private static final String SPLITTABLE =
      " g.status = 'UNPAID' and g.failed_at is not null and g.ladder_ended_at is null"
          + " and (g.refused_method_id is null or g.refused_method_id <> g.payment_method_id)"
          + " and g.ladder_at <= ? and "
          + RetryGroups.NO_CHARGE_ALIVE;
  private static final String DUE =
      "select r.*, g.ladder_step, g.failed_at, count(*) over (partition by g.id) as renewals"
          + " from evergreen_renewal_group g join evergreen_renewal r"
          + " on r.group_id = g.id and r.voided_at is null"
          + " where g.billing_account_id = any(?) and"
          + SPLITTABLE
          + " order by r.due_at, r.group_id, r.subscription_id";

  private record Owed(
      SplitOff from, SubscriptionId subscription, int cycle, Instant dueAt, Instant termEnd) {

    PlannedGroup of(DueSubscription priced) {
      PlannedRenewal renewal =
          new PlannedRenewal(priced, cycle, dueAt, termEnd, OptionalInt.empty());
      return new PlannedGroup(List.of(renewal), Optional.empty(), Optional.of(from));
    }
  }

  /** Credit comes back when the old renewal is struck out, in the transaction that checks it. */
  private static final Columns<PricedGroup> READ =
      Columns.<PricedGroup>of()
          .bigint("group_id", group -> from(group).group().value())
          .bigint("id", group -> subscription(group).id().value())
          .bigint("version", group -> subscription(group).version())
          .numeric("credit", group -> subscription(group).paying().credit().getAmount());

  private static final String UNCHANGED =
      "select r.group_id from evergreen_renewal_group g"
          + " join evergreen_renewal r on r.group_id = g.id and r.voided_at is null"
          + " join evergreen_subscription s on s.id = r.subscription_id join "
          + READ.rows()
          + " on v.group_id = g.id and v.id = s.id and v.version = s.version"
          + " and v.credit = s.credit + r.credit where g.status = 'UNPAID' and "
          + RetryGroups.NO_CHARGE_ALIVE;

  private static final String CLOSE =
      "update evergreen_renewal_group set status = 'CANCELED', problem = ?, retry_at = null,"
          + " ladder_at = null where id = any(?)";

  private static final Columns<PricedGroup> ORIGIN =
      Columns.<PricedGroup>of()
          .bigint("id", group -> group.id().value())
          .integer("ladder_step", group -> from(group).step())
          .timestamp("failed_at", group -> from(group).failedAt());
  private static final String WRITE_ORIGIN =
      "update evergreen_renewal_group g set"
          + " ladder_step = v.ladder_step, failed_at = v.failed_at from "
          + ORIGIN.rows()
          + " where g.id = v.id";

  private final JdbcOperations jdbc;
  private final LoadDueSubscriptions loading;
  private final VoidRenewals voids;
  private final ShopTime time;

  SplitGroups(
      JdbcOperations jdbc, LoadDueSubscriptions loading, VoidRenewals voids, ShopTime time) {
    this.jdbc = jdbc;
    this.loading = loading;
    this.voids = voids;
    this.time = time;
  }

  /** What is to be charged by itself now, the oldest debt first. */
  List<PlannedGroup> due(Claim claim) {
    List<Owed> owed =
        jdbc.query(DUE, SplitGroups::owed, claim.ids(), Timestamp.from(time.now())).stream()
            .filter(renewal -> renewal.from().renewals() > 1)
            .toList();
    if (owed.isEmpty()) {
      return List.of();
    }
    Map<SubscriptionId, DueSubscription> subscriptions =
        loading
            .again(owed.stream().map(renewal -> renewal.from().group()).distinct().toList())
            .stream()
            .collect(Collectors.toMap(DueSubscription::id, Function.identity()));
    return owed.stream()
        .filter(renewal -> subscriptions.containsKey(renewal.subscription()))
        .map(renewal -> renewal.of(subscriptions.get(renewal.subscription())))
        .toList();
  }

  private static Owed owed(ResultSet row, int number) throws SQLException {
    return new Owed(
        new SplitOff(
            new RenewalGroupId(row.getLong("group_id")),
            row.getInt("renewals"),
            row.getInt("ladder_step"),
            row.getTimestamp("failed_at").toInstant()),
        new SubscriptionId(row.getLong("subscription_id")),
        row.getInt("cycle"),
        row.getTimestamp("due_at").toInstant(),
        row.getTimestamp("term_end").toInstant());
  }

  /**
   * Strikes out what the priced groups take over, in the transaction that opens them. Where a part
   * could not be priced, or anything has changed since, the old group stays and is retried as a
   * whole.
   *
   * @return the groups that may be opened
   */
  List<PricedGroup> takeOver(List<PricedGroup> priced) {
    List<PricedGroup> parts = priced.stream().filter(group -> group.plan().isSplitOff()).toList();
    if (parts.isEmpty()) {
      return priced;
    }
    Map<Long, Long> unchanged =
        READ.query(jdbc, UNCHANGED, parts, (row, n) -> row.getLong(1)).stream()
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    List<PricedGroup> opened = new ArrayList<>();
    List<RenewalGroupId> split = new ArrayList<>();
    for (PricedGroup group : priced) {
      if (!group.plan().isSplitOff()) {
        opened.add(group);
      } else if (isWhole(from(group), unchanged)) {
        opened.add(group);
        split.add(from(group).group());
      }
    }
    if (!split.isEmpty()) {
      voids.voidAll(split.stream().distinct().toList());
      jdbc.update(
          CLOSE, PROBLEM, split.stream().mapToLong(RenewalGroupId::value).distinct().toArray());
    }
    return opened;
  }

  private static boolean isWhole(SplitOff from, Map<Long, Long> unchanged) {
    return unchanged.getOrDefault(from.group().value(), 0L) == from.renewals();
  }

  /** Writes down where groups come from that were just opened. */
  void opened(List<PricedGroup> groups) {
    List<PricedGroup> parts = groups.stream().filter(group -> group.plan().isSplitOff()).toList();
    if (!parts.isEmpty()) {
      ORIGIN.update(jdbc, WRITE_ORIGIN, parts);
    }
  }

  private static SplitOff from(PricedGroup group) {
    return group.plan().splitOff().orElseThrow();
  }

  private static DueSubscription subscription(PricedGroup group) {
    return group.plan().renewals().get(0).subscription();
  }

  /** The subscriptions' share of credit is back when they are priced by themselves. */
  static DueSubscription credited(DueSubscription subscription, Money back) {
    DueSubscription.Paying paying = subscription.paying();
    return subscription.with(
        new DueSubscription.Paying(
            paying.stored(), paying.automatic(), paying.credit().plus(back)));
  }
}
