package org.evergreen.renewal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.Charges;
import org.evergreen.payment.NewCharge;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.sql.Columns;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

/**
 * Opens the next attempt for unpaid groups whose time has come, with the payment method that their
 * subscriptions have now. A group with a charge that may still succeed gets no other one.
 */
final class RetryGroups {

  /** SQL condition on a group {@code g}: none of its charges has succeeded or still may. */
  static final String NO_CHARGE_ALIVE =
      "not exists (select 1 from evergreen_charge c where c.subject = 'renewal-' || g.id"
          + " and c.state not in ('DECLINED', 'CANCELED'))";

  /** SQL condition on a group {@code g}: one of its charges waits for the shopper's bank. */
  static final String ASKED_BY_THE_BANK =
      "exists (select 1 from evergreen_charge c where c.subject = 'renewal-' || g.id"
          + " and c.state = 'ACTION_REQUIRED')";

  private static final String RETRIES =
      "select g.id, g.billing_account_id, g.customer_id, g.attempts,"
          + " g.total - g.credit as to_pay, g.currency, g.refused_method_id,"
          + " g.failed_at is not null as failed,"
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
  private static final String THESE =
      RETRIES
          + " and g.billing_account_id = any(?) and g.id = any(?) order by g.id for update of g";

  private static final String DUE_WHERE =
      "select id, case when ladder_at is null then coalesce(failed_at, opened_at)"
          + " else least(ladder_at, retry_at) end as since, ladder_at from evergreen_renewal_group"
          + " where ";
  private static final String AND_DUE = " and status in ('UNPAID', 'WAITING') and retry_at <= ?";
  private static final String DUE_OF_ACCOUNT = DUE_WHERE + "billing_account_id = ?" + AND_DUE;
  private static final String DUE_OF_THESE =
      DUE_WHERE + "id = any(?) and billing_account_id = any(?)" + AND_DUE;
  private static final RowMapper<DueSince> GROUP_SINCE =
      (row, n) ->
          new DueSince(
              row.getLong("id"),
              row.getTimestamp("since").toInstant(),
              row.getTimestamp("ladder_at") != null);
  private static final Columns<PutOff> PUT_OFF =
      Columns.<PutOff>of()
          .bigint("id", PutOff::group)
          .timestamp("retry_at", PutOff::until)
          .text("problem", PutOff::problem);
  private static final String PUT_OFF_UNTIL =
      "update evergreen_renewal_group g set retry_at = v.retry_at, problem = v.problem from "
          + PUT_OFF.rows()
          + " where g.id = v.id";

  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private record PutOff(long group, Instant until, String problem) {}

  private record DueSince(long group, Instant since, boolean onLadder) {

    /** A step of the ladder is not put off for longer than a day. */
    boolean mayWait(Instant now) {
      return !onLadder || since.isAfter(now.minus(LONGEST_WAIT));
    }
  }

  /**
   * What was opened.
   *
   * @param toSplit groups, by account, of which one part is charged by itself and the other is paid
   *     by hand; nothing was done about them
   */
  record Attempts(Opened opened, Map<Long, List<RenewalGroupId>> toSplit) {}

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
  Attempts open(Set<Long> heldAccounts) {
    Instant now = time.now();
    List<Retry> due = jdbc.query(DUE_RETRIES, Retry::read, keys(heldAccounts), Timestamp.from(now));
    Map<Boolean, List<Retry>> byHand =
        due.stream().collect(Collectors.partitioningBy(Retry::isPartlyByHand));
    List<Retry> retries = byHand.get(false).stream().map(retry -> rested(retry, now)).toList();
    return new Attempts(
        takeStep(retries).plus(ticks.take(heldAccounts)),
        byHand.get(true).stream()
            .collect(
                Collectors.groupingBy(
                    Retry::account, Collectors.mapping(Retry::group, Collectors.toList()))));
  }

  private Opened takeStep(List<Retry> retries) {
    ticks.stepIsOver(retries.stream().map(Retry::group).toList());
    return open(retries);
  }

  private Retry rested(Retry retry, Instant now) {
    return retry.isCharged()
        ? retry.resting(cards.until(retry.method().get(), retry.toPay(), now))
        : retry;
  }

  /**
   * Goes on with groups that were to be split and cannot be: they are left to the shopper as a
   * whole, so that nothing is charged that he wants to pay by hand.
   */
  Opened openUnsplit(Set<Long> heldAccounts, List<RenewalGroupId> groups) {
    long[] ids = groups.stream().mapToLong(RenewalGroupId::value).toArray();
    Instant now = time.now();
    return takeStep(
        jdbc.query(THESE, Retry::read, keys(heldAccounts), ids).stream()
            .map(retry -> retry.isPartlyByHand() ? retry.byHand() : rested(retry, now))
            .toList());
  }

  private static long[] keys(Set<Long> accounts) {
    return accounts.stream().mapToLong(Long::longValue).toArray();
  }

  /**
   * Opens an attempt with a method that the shopper chose for it, in the transaction of the caller,
   * who holds the account. Nothing is opened when the group is not owed any more, or when another
   * charge may still succeed.
   */
  Opened open(RenewalGroupId group, PaymentMethodId chosen) {
    return open(
        jdbc.query(ONE, Retry::read, group.value()).stream()
            .map(retry -> retry.chosen(chosen))
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

  /** Puts off what is due of an account on which work fails; it is tried again after a pause. */
  void putOff(long account, String problem) {
    Instant now = time.now();
    putOff(jdbc.query(DUE_OF_ACCOUNT, GROUP_SINCE, account, Timestamp.from(now)), problem, now);
  }

  /**
   * The same for those of these groups that are due, unless their step of the ladder has waited for
   * a day.
   *
   * @return those that are not put off
   */
  List<RenewalGroupId> putOff(Set<Long> heldAccounts, List<RenewalGroupId> groups, String problem) {
    Instant now = time.now();
    long[] ids = groups.stream().mapToLong(RenewalGroupId::value).toArray();
    List<DueSince> due =
        jdbc.query(DUE_OF_THESE, GROUP_SINCE, ids, keys(heldAccounts), Timestamp.from(now));
    putOff(due.stream().filter(group -> group.mayWait(now)).toList(), problem, now);
    return due.stream()
        .filter(group -> !group.mayWait(now))
        .map(group -> new RenewalGroupId(group.group()))
        .toList();
  }

  private void putOff(List<DueSince> due, String problem, Instant now) {
    List<PutOff> later =
        due.stream()
            .map(
                group ->
                    new PutOff(
                        group.group(),
                        ParkedRenewals.againAt(group.since(), now),
                        ParkedRenewals.shortened(problem)))
            .toList();
    PUT_OFF.update(jdbc, PUT_OFF_UNTIL, later);
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
