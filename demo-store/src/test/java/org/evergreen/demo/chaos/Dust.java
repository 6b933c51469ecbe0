package org.evergreen.demo.chaos;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is still in the air: work that is begun and not done. */
final class Dust {

  private static final String CHARGES =
      "select 'charge ' || idempotency_key || ' is ' || state from evergreen_charge"
          + " where state in ('OPEN', 'SUBMITTED')";

  /** Work that processes do by themselves, at most minutes after it was begun. */
  private static final Map<String, String> AT_WORK = new LinkedHashMap<>();

  static {
    AT_WORK.put("charges", CHARGES);
    AT_WORK.put(
        "groups",
        "select 'group ' || id || ' is OPEN' from evergreen_renewal_group where status = 'OPEN'"
            + " and not exists (select 1 from evergreen_charge c"
            + " where c.subject = 'renewal-' || evergreen_renewal_group.id"
            + " and c.state in ('PROCESSING', 'ACTION_REQUIRED'))");
    AT_WORK.put(
        "orders",
        "select 'group ' || id || ' has no order: ' || coalesce(problem, '')"
            + " from evergreen_renewal_group where status = 'PAID' and order_id is null");
    AT_WORK.put(
        "leases",
        "select 'account ' || id || ' is leased to ' || lease_owner"
            + " from evergreen_billing_account where lease_owner is not null");
    AT_WORK.put(
        "due",
        "select 'account ' || id || ' is due since ' || next_due_at"
            + " from evergreen_billing_account where next_due_at <= ?");
    AT_WORK.put(
        "notices",
        "select 'notice ' || dedupe_key || ' is ' || state from evergreen_notice"
            + " where state in ('SENDING', 'QUEUED')");
    AT_WORK.put(
        "webhooks",
        "select 'event ' || event_id || ' is ' || state || ' ' || coalesce(problem, '')"
            + " from evergreen_webhook_event where state in ('WAITING', 'FAILED')");
  }

  /** What somebody outside must do, a bank or a shopper, or what a merchant must look at. */
  private static final Map<String, String> WAITING = new LinkedHashMap<>();

  static {
    WAITING.put(
        "unpaid",
        "select 'group ' || id || ' is ' || status || ': ' || coalesce(problem, '')"
            + " from evergreen_renewal_group where status not in ('PAID', 'CANCELED')");
    WAITING.put(
        "parked",
        "select 'subscription ' || subscription_id || ' is parked: ' || problem"
            + " from evergreen_parked_renewal");
  }

  private final JdbcTemplate jdbc;
  private final Clock clock;

  Dust(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Work under way that the processes finish by themselves. */
  List<String> atWork() {
    return ask(AT_WORK);
  }

  /** All that is not done. */
  List<String> allThatIsUnfinished() {
    List<String> all = new ArrayList<>(atWork());
    all.addAll(ask(WAITING));
    return all;
  }

  /** Charges of which it is not known what the gateway made of them. */
  boolean hasUnknownCharges() {
    return !jdbc.queryForList(CHARGES, String.class).isEmpty();
  }

  /** Groups that nobody has paid. */
  List<Long> unpaidGroupsWithoutRetry() {
    return jdbc.queryForList(
        "select id from evergreen_renewal_group g where status = 'UNPAID' and retry_at is null"
            + " and not exists (select 1 from evergreen_charge c"
            + " where c.subject = 'renewal-' || g.id and c.state not in ('DECLINED', 'CANCELED'))",
        Long.class);
  }

  /** Whether every group is paid. */
  boolean isAllPaid() {
    return ask(WAITING).isEmpty();
  }

  private List<String> ask(Map<String, String> questions) {
    List<String> found = new ArrayList<>();
    for (String sql : questions.values()) {
      Object[] parameters =
          sql.indexOf('?') < 0 ? new Object[0] : new Object[] {Timestamp.from(clock.instant())};
      found.addAll(jdbc.queryForList(sql, String.class, parameters));
    }
    return found;
  }
}
