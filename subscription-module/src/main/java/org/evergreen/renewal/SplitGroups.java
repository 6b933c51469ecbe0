package org.evergreen.renewal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evergreen.sql.Columns;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

/**
 * Groups that are owed and whose subscriptions are charged apart from each other from the next
 * attempt on: because the merchant wants each charged by itself after a decline, or because the
 * shopper pays a part of them by hand. Their renewals are struck out in the old group and opened
 * again, priced anew, in groups of their own.
 */
final class SplitGroups {

  private static final String PROBLEM = "Split up: its renewals are charged apart from now on.";

  private static final String SPLITTABLE =
      " g.status = 'UNPAID' and g.failed_at is not null and g.ladder_ended_at is null"
          + " and (g.refused_method_id is null or g.refused_method_id <> g.payment_method_id)"
          + " and g.ladder_at <= ? and "
          + RetryGroups.NO_CHARGE_ALIVE;
  private static final String OWED =
      "select r.*, g.ladder_step, g.failed_at, g.ladder_at, g.ladder_ended_at,"
          + " count(*) over (partition by g.id) as renewals"
          + " from evergreen_renewal_group g join evergreen_renewal r"
          + " on r.group_id = g.id and r.voided_at is null where ";
  private static final String IN_ORDER = " order by r.due_at, r.group_id, r.subscription_id";
  private static final String DUE =
      OWED + "g.billing_account_id = any(?) and" + SPLITTABLE + IN_ORDER;
  private static final String THESE = OWED + "g.id = any(?)" + IN_ORDER;

  private record Owed(
      SplitOff from, SubscriptionId subscription, int cycle, Instant dueAt, Instant termEnd) {

    PlannedRenewal of(DueSubscription priced) {
      return new PlannedRenewal(priced, cycle, dueAt, termEnd, OptionalInt.empty());
    }
  }

  private record Part(SplitOff from, DueSubscription subscription) {

    static Stream<Part> of(PricedGroup group) {
      return group.plan().renewals().stream()
          .map(renewal -> new Part(SplitGroups.from(group), renewal.subscription()));
    }
  }

  /** Credit comes back when the old renewal is struck out, in the transaction that checks it. */
  private static final Columns<Part> READ =
      Columns.<Part>of()
          .bigint("group_id", part -> part.from().group().value())
          .bigint("id", part -> part.subscription().id().value())
          .bigint("version", part -> part.subscription().version())
          .numeric("credit", part -> part.subscription().paying().credit().getAmount());

  private static final String UNCHANGED =
      "select r.group_id from evergreen_renewal_group g"
          + " join evergreen_renewal r on r.group_id = g.id and r.voided_at is null"
          + " join evergreen_subscription s on s.id = r.subscription_id join "
          + READ.rows()
          + " on v.group_id = g.id and v.id = s.id and v.version = s.version"
          + " and v.credit = s.credit + r.credit where g.status in ('UNPAID', 'WAITING') and "
          + RetryGroups.NO_CHARGE_ALIVE;

  private static final RowMapper<Long> GROUP_ID = (row, n) -> row.getLong(1);

  private static final String CLOSE =
      "update evergreen_renewal_group set status = 'CANCELED', problem = ?, retry_at = null,"
          + " ladder_at = null where id = any(?)";

  private static final Columns<PricedGroup> ORIGIN =
      Columns.<PricedGroup>of()
          .bigint("id", group -> group.id().value())
          .integer("ladder_step", group -> from(group).step())
          .timestamp("failed_at", group -> from(group).failedAt().orElse(null))
          .timestamp("ladder_at", group -> from(group).nextStepAt().orElse(null))
          .timestamp("ladder_ended_at", group -> from(group).endedAt().orElse(null));
  private static final String WRITE_ORIGIN =
      "update evergreen_renewal_group g set"
          + " ladder_step = v.ladder_step, failed_at = v.failed_at,"
          + " ladder_ended_at = v.ladder_ended_at,"
          // A step that has come is taken by the attempt that is opened now.
          + " ladder_at = case when v.ladder_at > g.opened_at then v.ladder_at end from "
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

  /** What is to be charged each by itself now, the oldest debt first. */
  List<PlannedGroup> due(Claim claim) {
    Timestamp now = Timestamp.from(time.now());
    List<PlannedGroup> parts = new ArrayList<>();
    together(jdbc.query(DUE, SplitGroups::owed, claim.ids(), now))
        .forEach((from, all) -> all.forEach(one -> parts.add(planned(from, List.of(one)))));
    parts.sort(Comparator.comparing(PlannedGroup::dueAt));
    return parts;
  }

  /**
   * The parts of groups that are charged apart from each other because they are not paid in the
   * same way by now: with one payment method, or by hand. A group that has only one is left out.
   */
  List<PlannedGroup> byMethod(List<RenewalGroupId> groups) {
    long[] ids = groups.stream().mapToLong(RenewalGroupId::value).toArray();
    return together(jdbc.query(THESE, SplitGroups::owed, ids)).entrySet().stream()
        .map(group -> byMethod(group.getKey(), group.getValue()))
        .filter(parts -> parts.size() > 1)
        .flatMap(List::stream)
        .toList();
  }

  private static List<PlannedGroup> byMethod(SplitOff from, List<PlannedRenewal> renewals) {
    return renewals.stream()
        .collect(
            Collectors.groupingBy(
                renewal -> renewal.subscription().method(),
                LinkedHashMap::new,
                Collectors.toList()))
        .values()
        .stream()
        .flatMap(part -> GroupRenewals.byDestination(part).stream())
        .map(part -> planned(from, part))
        .toList();
  }

  private static PlannedGroup planned(SplitOff from, List<PlannedRenewal> renewals) {
    return new PlannedGroup(renewals, Optional.empty(), Optional.of(from));
  }

  /** What can be split, with the subscriptions as they are now. */
  private Map<SplitOff, List<PlannedRenewal>> together(List<Owed> all) {
    List<Owed> owed = all.stream().filter(renewal -> renewal.from().renewals() > 1).toList();
    if (owed.isEmpty()) {
      return Map.of();
    }
    Map<SubscriptionId, DueSubscription> subscriptions =
        loading
            .again(owed.stream().map(renewal -> renewal.from().group()).distinct().toList())
            .stream()
            .collect(Collectors.toMap(DueSubscription::id, Function.identity()));
    return owed.stream()
        .filter(renewal -> subscriptions.containsKey(renewal.subscription()))
        .collect(
            Collectors.groupingBy(
                Owed::from,
                LinkedHashMap::new,
                Collectors.mapping(
                    renewal -> renewal.of(subscriptions.get(renewal.subscription())),
                    Collectors.toList())));
  }

  private static Owed owed(ResultSet row, int number) throws SQLException {
    SplitOff from =
        new SplitOff(
            new RenewalGroupId(row.getLong("group_id")),
            row.getInt("renewals"),
            row.getInt("ladder_step"),
            instant(row, "failed_at"),
            instant(row, "ladder_at"),
            instant(row, "ladder_ended_at"));
    return new Owed(
        from,
        new SubscriptionId(row.getLong("subscription_id")),
        row.getInt("cycle"),
        row.getTimestamp("due_at").toInstant(),
        row.getTimestamp("term_end").toInstant());
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
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
        READ.query(jdbc, UNCHANGED, parts.stream().flatMap(Part::of).toList(), GROUP_ID).stream()
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

  /** The subscriptions' share of credit is back when they are priced by themselves. */
  static DueSubscription credited(DueSubscription subscription, Money back) {
    DueSubscription.Paying paying = subscription.paying();
    return subscription.with(
        new DueSubscription.Paying(
            paying.stored(), paying.automatic(), paying.credit().plus(back)));
  }
}
