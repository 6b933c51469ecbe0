package org.evergreen.renewal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeListener;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.ChargeState;
import org.evergreen.sql.Columns;
import org.evergreen.subscription.BillingAccounts;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * What the outcome of a charge means for its group and for the subscriptions in it. Part of the
 * transaction that settles the charge, whoever learned of the outcome; everything is read afresh.
 */
final class RenewalSettlement implements ChargeListener {

  private static final String LOCK_ACCOUNTS =
      "select a.id from evergreen_billing_account a where a.id in"
          + " (select g.billing_account_id from evergreen_renewal_group g where g.id = any(?))"
          + " order by a.id for update of a";

  private record GroupRow(GroupOutcome outcome, Instant paidAt) {}

  private static final Columns<GroupRow> GROUP =
      Columns.<GroupRow>of()
          .bigint("id", row -> row.outcome().group().value())
          .text("status", row -> row.outcome().becomes().name())
          .text("problem", row -> row.outcome().problem().orElse(null))
          .timestamp("paid_at", GroupRow::paidAt);
  private static final String WRITE_GROUPS =
      "update evergreen_renewal_group g set status = v.status, problem = v.problem,"
          + " paid_at = v.paid_at, retry_at = null from "
          + GROUP.rows()
          + " where g.id = v.id and g.status not in ('PAID', 'CANCELED')";

  private static final String UNDER_WAY =
      "update evergreen_renewal_group g set status = 'OPEN', problem = null, retry_at = null"
          + " where g.id = any(?) and g.status = 'WAITING'";

  private final JdbcOperations jdbc;
  private final BillingAccounts accounts;
  private final SettledSubscriptions subscriptions;
  private final EarlyOutcomes early;
  private final Dunning dunning;
  private final RenewalNews news;
  private final ShopTime time;

  RenewalSettlement(
      JdbcOperations jdbc,
      BillingAccounts accounts,
      SettledSubscriptions subscriptions,
      EarlyOutcomes early,
      Dunning dunning,
      RenewalNews news,
      ShopTime time) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.subscriptions = subscriptions;
    this.early = early;
    this.dunning = dunning;
    this.news = news;
    this.time = time;
  }

  @Override
  public void settled(List<Charge> charges) {
    List<GroupOutcome> outcomes = new ArrayList<>(charges.size());
    List<RenewalGroupId> underWay = new ArrayList<>();
    for (Charge charge : charges) {
      if (charge.purpose() == ChargePurpose.RENEWAL) {
        Optional<RenewalGroupId> group = RenewalGroupId.of(charge.subject());
        group.flatMap(id -> GroupOutcome.of(id, charge)).ifPresent(outcomes::add);
        group.filter(id -> charge.state() == ChargeState.PROCESSING).ifPresent(underWay::add);
      }
    }
    settle(outcomes);
    goOn(underWay);
  }

  /** What waited for the shopper is under way again: he has confirmed it, and it takes days. */
  private void goOn(List<RenewalGroupId> groups) {
    long[] ids = groups.stream().mapToLong(RenewalGroupId::value).toArray();
    if (ids.length > 0) {
      List<Long> locked = jdbc.queryForList(LOCK_ACCOUNTS, Long.class, ids);
      if (jdbc.update(UNDER_WAY, ids) > 0) {
        jdbc.update(RetryGroups.MARK_SUBSCRIPTIONS, ids);
        accounts.refreshLocked(locked);
      }
    }
  }

  /** Settles groups in the transaction of the caller; those that are settled for good stay. */
  void settle(List<GroupOutcome> outcomes) {
    if (outcomes.isEmpty()) {
      return;
    }
    Map<RenewalGroupId, GroupOutcome> byGroup =
        outcomes.stream().collect(Collectors.toMap(GroupOutcome::group, Function.identity()));
    long[] ids = byGroup.keySet().stream().mapToLong(RenewalGroupId::value).toArray();
    jdbc.queryForList(LOCK_ACCOUNTS, Long.class, ids);
    List<AffectedRenewal> all = AffectedRenewal.of(jdbc, byGroup.keySet());
    Instant now = time.now();
    List<AffectedRenewal> renewals = early.withoutUnpaid(all, byGroup, now);
    List<GroupOutcome> settled = of(outcomes, renewals);
    writeGroups(settled, now);
    List<AffectedRenewal> due = dunning.withoutAhead(renewals, byGroup, now);
    subscriptions.write(due, byGroup, now);
    Map<RenewalGroupId, LadderPlan> plans = dunning.goOn(settled, due, now);
    news.tell(due, byGroup, plans, now);
    accounts.refreshLocked(all.stream().map(AffectedRenewal::account).distinct().toList());
  }

  private static List<GroupOutcome> of(
      List<GroupOutcome> outcomes, List<AffectedRenewal> renewals) {
    Set<RenewalGroupId> groups =
        renewals.stream().map(AffectedRenewal::group).collect(Collectors.toSet());
    return outcomes.stream().filter(outcome -> groups.contains(outcome.group())).toList();
  }

  private void writeGroups(List<GroupOutcome> outcomes, Instant now) {
    List<GroupRow> rows =
        outcomes.stream()
            .map(
                outcome ->
                    new GroupRow(
                        outcome, outcome.becomes() == RenewalGroupStatus.PAID ? now : null))
            .toList();
    GROUP.update(jdbc, WRITE_GROUPS, rows);
  }
}
