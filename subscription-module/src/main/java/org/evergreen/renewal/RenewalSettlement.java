package org.evergreen.renewal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeListener;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.sql.Columns;
import org.evergreen.subscription.BillingAccounts;
import org.evergreen.subscription.SubscriptionHistory;
import org.evergreen.subscription.SubscriptionId;
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

  private record SubscriptionRow(SubscriptionOutcome outcome, Instant lastPaymentAt) {

    Long method() {
      return outcome.method().map(PaymentMethodId::value).orElse(null);
    }
  }

  private static final Columns<SubscriptionRow> SUBSCRIPTION =
      Columns.<SubscriptionRow>of()
          .bigint("id", row -> row.outcome().id().value())
          .text("status", row -> row.outcome().to().name())
          .timestamp("last_payment_at", SubscriptionRow::lastPaymentAt)
          .timestamp("paid_until", row -> row.outcome().paidUntil().orElse(null))
          .bigint("payment_method_id", SubscriptionRow::method)
          .timestamp("ends_at", row -> row.outcome().endsAt().orElse(null));
  private static final String WRITE_SUBSCRIPTIONS =
      "update evergreen_subscription s set status = v.status, version = s.version + 1,"
          + " open_group_id = null,"
          + " last_payment_at = coalesce(v.last_payment_at, s.last_payment_at),"
          + " paid_until = coalesce(v.paid_until, s.paid_until),"
          + " payment_method_id = coalesce(v.payment_method_id, s.payment_method_id),"
          + " ends_at = coalesce(v.ends_at, s.ends_at) from "
          + SUBSCRIPTION.rows()
          + " where s.id = v.id";

  private final JdbcOperations jdbc;
  private final SubscriptionHistory history;
  private final BillingAccounts accounts;
  private final VoidRenewals voids;
  private final RenewalNews news;
  private final ShopTime time;

  RenewalSettlement(
      JdbcOperations jdbc,
      SubscriptionHistory history,
      BillingAccounts accounts,
      VoidRenewals voids,
      RenewalNews news,
      ShopTime time) {
    this.jdbc = jdbc;
    this.history = history;
    this.accounts = accounts;
    this.voids = voids;
    this.news = news;
    this.time = time;
  }

  @Override
  public void settled(List<Charge> charges) {
    List<GroupOutcome> outcomes = new ArrayList<>(charges.size());
    for (Charge charge : charges) {
      if (charge.purpose() == ChargePurpose.RENEWAL) {
        RenewalGroupId.of(charge.subject())
            .flatMap(group -> GroupOutcome.of(group, charge))
            .ifPresent(outcomes::add);
      }
    }
    settle(outcomes);
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
    List<AffectedRenewal> renewals = AffectedRenewal.of(jdbc, byGroup.keySet());
    Instant now = time.now();
    writeGroups(outcomes, now);
    writeSubscriptions(renewals, byGroup, now);
    accounts.refreshNextDue(renewals.stream().map(AffectedRenewal::account).distinct().toList());
    news.tell(renewals, byGroup, now);
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

  private void writeSubscriptions(
      List<AffectedRenewal> renewals, Map<RenewalGroupId, GroupOutcome> byGroup, Instant now) {
    List<SubscriptionOutcome> outcomes =
        renewals.stream()
            .map(renewal -> SubscriptionOutcome.of(renewal, byGroup.get(renewal.group()), now))
            .toList();
    List<SubscriptionRow> rows =
        outcomes.stream()
            .map(
                outcome ->
                    new SubscriptionRow(outcome, outcome.paidUntil().map(u -> now).orElse(null)))
            .toList();
    SUBSCRIPTION.update(jdbc, WRITE_SUBSCRIPTIONS, rows);
    history.append(outcomes.stream().map(outcome -> outcome.event(now)).toList());
    List<SubscriptionId> cancelled =
        outcomes.stream()
            .filter(SubscriptionOutcome::owesNothing)
            .map(SubscriptionOutcome::id)
            .toList();
    voids.voidOwed(cancelled);
  }
}
