package org.evergreen.renewal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evergreen.money.StoredMoney;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.Charges;
import org.evergreen.payment.NewCharge;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.sql.Columns;
import org.evergreen.storefront.CustomerId;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Opens the next attempt for unpaid groups whose time has come, with the payment method that their
 * subscriptions have now. A group with a charge that may still succeed gets no other one.
 */
final class RetryGroups {

  /** SQL condition on a group {@code g}: one of its charges waits for the shopper's bank. */
  static final String ASKED_BY_THE_BANK =
      "exists (select 1 from evergreen_charge c where c.subject = 'renewal-' || g.id"
          + " and c.state = 'ACTION_REQUIRED')";

  /** SQL condition on a group {@code g}: none of its charges has succeeded or still may. */
  static final String NO_CHARGE_ALIVE =
      "not exists (select 1 from evergreen_charge c where c.subject = 'renewal-' || g.id"
          + " and c.state not in ('DECLINED', 'CANCELED'))";

  private static final String RETRIES =
      "select g.id, g.customer_id, g.attempts, g.total - g.credit as to_pay, g.currency,"
          + " g.refused_method_id, g.failed_at is not null as failed,"
          + " (select max(s.payment_method_id) from evergreen_renewal r"
          + " join evergreen_subscription s on s.id = r.subscription_id"
          + " join evergreen_payment_method m on m.id = s.payment_method_id"
          + " and m.removed_at is null and m.blocked_at is null and s.auto_renew"
          + " where r.group_id = g.id and r.voided_at is null) as method,"
          + " (select count(*) from evergreen_renewal r"
          + " where r.group_id = g.id and r.voided_at is null) as renewals,"
          + " exists (select 1 from evergreen_renewal r"
          + " join evergreen_subscription s on s.id = r.subscription_id and not s.auto_renew"
          + " where r.group_id = g.id and r.voided_at is null) as by_hand"
          + " from evergreen_renewal_group g where g.status in ('UNPAID', 'WAITING') and "
          + NO_CHARGE_ALIVE;
  private static final String DUE_RETRIES =
      RETRIES
          + " and g.billing_account_id = any(?) and g.retry_at <= ? order by g.id for update of g";
  private static final String ONE = RETRIES + " and g.id = ? for update of g";

  private record Retry(
      RenewalGroupId group,
      CustomerId customer,
      int attempt,
      Money toPay,
      Paying paying,
      boolean failed,
      int renewals) {

    private Retry with(PaymentMethodId chosenMethod) {
      return with(paying.with(chosenMethod));
    }

    private Retry with(Paying other) {
      return new Retry(group, customer, attempt, toPay, other, failed, renewals);
    }

    Optional<PaymentMethodId> method() {
      return paying.method();
    }

    private Long chosenMethod() {
      return paying.chosen() ? paying.method().orElseThrow().value() : null;
    }

    boolean isCharged() {
      return toPay.isPositive() && paying.method().isPresent() && !paying.isRefused();
    }

    /** What comes of it when nothing is charged. */
    GroupOutcome withoutCharge() {
      if (toPay.isZero()) {
        return GroupOutcome.paid(group);
      }
      if (paying.restsUntil().isPresent()) {
        return GroupOutcome.tiredCard(group, paying.restsUntil().get());
      }
      if (paying.method().isPresent()) {
        return GroupOutcome.refusedCard(group);
      }
      String why = paying.byHand() ? GroupOutcome.BY_HAND : GroupOutcome.NO_METHOD;
      return failed ? GroupOutcome.withoutMethod(group, why) : GroupOutcome.waiting(group, why);
    }
  }

  /**
   * What a group may be paid with.
   *
   * @param method empty when there is none
   * @param chosen whether the shopper chose it for this payment
   * @param byHand whether automatic renewal is off
   * @param refused whether it is not charged for this group again without the shopper
   * @param restsUntil before when its network allows no other attempt
   */
  private record Paying(
      Optional<PaymentMethodId> method,
      boolean chosen,
      boolean byHand,
      boolean refused,
      Optional<Instant> restsUntil) {

    Paying with(PaymentMethodId chosenMethod) {
      return new Paying(Optional.of(chosenMethod), true, byHand, false, Optional.empty());
    }

    Paying resting(Optional<Instant> until) {
      return new Paying(method, chosen, byHand, refused, until);
    }

    boolean isRefused() {
      return refused || restsUntil.isPresent();
    }
  }

  private static final Columns<Retry> REOPENED =
      Columns.<Retry>of()
          .bigint("id", retry -> retry.group().value())
          .integer("attempts", Retry::attempt)
          .bigint("payment_method_id", retry -> retry.method().orElseThrow().value())
          .bigint("chosen_method_id", Retry::chosenMethod);
  private static final String REOPEN =
      "update evergreen_renewal_group g set status = 'OPEN', retry_at = null, problem = null,"
          + " attempts = v.attempts, payment_method_id = v.payment_method_id,"
          + " chosen_method_id = v.chosen_method_id from "
          + REOPENED.rows()
          + " where g.id = v.id";

  /** Marks that the renewals of groups are being charged. */
  static final String MARK_SUBSCRIPTIONS =
      "update evergreen_subscription s set open_group_id = r.group_id, version = s.version + 1"
          + " from evergreen_renewal r where r.group_id = any(?) and r.voided_at is null"
          + " and s.id = r.subscription_id";

  private final JdbcOperations jdbc;
  private final PaymentMethods methods;
  private final Charges charges;
  private final RenewalSettlement settlement;
  private final LadderTicks ticks;
  private final CardRest cards;
  private final ShopTime time;

  RetryGroups(
      JdbcOperations jdbc,
      PaymentMethods methods,
      Charges charges,
      RenewalSettlement settlement,
      LadderTicks ticks,
      CardRest cards,
      ShopTime time) {
    this.jdbc = jdbc;
    this.methods = methods;
    this.charges = charges;
    this.settlement = settlement;
    this.ticks = ticks;
    this.cards = cards;
    this.time = time;
  }

  /** Opens attempts for accounts that are held, in the transaction of the caller. */
  Opened open(Set<Long> heldAccounts) {
    Instant now = time.now();
    List<Retry> retries =
        jdbc
            .query(
                DUE_RETRIES,
                RetryGroups::retry,
                heldAccounts.stream().mapToLong(Long::longValue).toArray(),
                Timestamp.from(now))
            .stream()
            .map(retry -> retry.with(rested(retry, now)))
            .toList();
    ticks.stepIsOver(retries.stream().map(Retry::group).toList());
    return open(retries).plus(ticks.take(heldAccounts));
  }

  private Paying rested(Retry retry, Instant now) {
    return retry.isCharged()
        ? retry.paying().resting(cards.until(retry.method().get(), retry.toPay(), now))
        : retry.paying();
  }

  /**
   * Opens an attempt with a method that the shopper chose for it, in the transaction of the caller,
   * who holds the account. Nothing is opened when the group is not owed any more, or when another
   * charge may still succeed.
   */
  Opened open(RenewalGroupId group, PaymentMethodId chosen) {
    return open(
        jdbc.query(ONE, RetryGroups::retry, group.value()).stream()
            .map(retry -> retry.with(chosen))
            .toList());
  }

  private Opened open(List<Retry> retries) {
    if (retries.isEmpty()) {
      return Opened.nothing();
    }
    List<Retry> charged = retries.stream().filter(Retry::isCharged).toList();
    REOPENED.update(jdbc, REOPEN, charged);
    jdbc.update(
        MARK_SUBSCRIPTIONS,
        (Object) charged.stream().mapToLong(retry -> retry.group().value()).toArray());
    List<Charge> opened = charges.open(charges(charged));
    List<GroupOutcome> settled =
        retries.stream().filter(retry -> !retry.isCharged()).map(Retry::withoutCharge).toList();
    settlement.settle(settled);
    return Opened.of(retries.stream().mapToInt(Retry::renewals).sum(), opened, settled);
  }

  /** Plans no further attempt for an account on which work fails. */
  void giveUp(long account, String problem) {
    jdbc.update(
        "update evergreen_renewal_group set retry_at = null, problem = ?"
            + " where billing_account_id = ? and status in ('UNPAID', 'WAITING')"
            + " and retry_at <= ?",
        ParkedRenewals.shortened(problem),
        account,
        Timestamp.from(time.now()));
  }

  private static Retry retry(ResultSet row, int number) throws SQLException {
    Optional<PaymentMethodId> method = method(row, "method");
    boolean refused = method.isPresent() && method.equals(method(row, "refused_method_id"));
    return new Retry(
        new RenewalGroupId(row.getLong("id")),
        new CustomerId(row.getString("customer_id")),
        row.getInt("attempts") + 1,
        StoredMoney.of(row.getString("currency"), row.getBigDecimal("to_pay")),
        new Paying(method, false, row.getBoolean("by_hand"), refused, Optional.empty()),
        row.getBoolean("failed"),
        row.getInt("renewals"));
  }

  private static Optional<PaymentMethodId> method(ResultSet row, String column)
      throws SQLException {
    return Optional.ofNullable(row.getObject(column, Long.class)).map(PaymentMethodId::new);
  }

  private List<NewCharge> charges(List<Retry> charged) {
    Map<PaymentMethodId, PaymentMethod> paying =
        methods.byId(charged.stream().map(retry -> retry.method().orElseThrow()).toList());
    return charged.stream()
        .map(
            retry ->
                new NewCharge(
                    retry.group().reference(),
                    ChargePurpose.RENEWAL,
                    retry.attempt(),
                    retry.customer(),
                    paying.get(retry.method().orElseThrow()),
                    retry.toPay(),
                    OpenGroups.description(retry.group())))
        .toList();
  }
}
