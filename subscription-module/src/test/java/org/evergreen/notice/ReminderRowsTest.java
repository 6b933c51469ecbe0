package org.evergreen.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.evergreen.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Reminders cost a shop with very many subscriptions little, and its renewals nothing. */
class ReminderRowsTest {

  private static final TestDatabase DATABASE = TestDatabase.migrated();
  private static final JdbcTemplate JDBC = DATABASE.jdbc();
  private static final int MANY = 100_000;

  @BeforeAll
  static void fill() {
    JDBC.update(
        "insert into evergreen_billing_account (id, customer_id, version) values (1, 'a', 0)");
    JDBC.update(
        "insert into evergreen_subscription (id, version, billing_account_id, customer_id, status,"
            + " currency, anchor, interval_count, interval_unit, next_cycle, started_at,"
            + " next_payment_at, origin_order_id, origin_key)"
            + " select s, 0, 1, 'a', 'ACTIVE', 'USD', '2026-01-31T10:00', 1, 'MONTH', 1,"
            + " timestamptz '2026-01-31T16:00:00Z',"
            + " timestamptz '2026-02-28T16:00:00Z' + s * interval '20 seconds', s, s"
            + " from generate_series(1, ?) as s",
        MANY);
    JDBC.update(
        "update evergreen_reminder r set look_at = s.next_payment_at - interval '3 days'"
            + " from evergreen_subscription s where s.id = r.subscription_id");
    JDBC.execute("vacuum analyze evergreen_subscription");
    JDBC.execute("vacuum analyze evergreen_reminder");
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void whatIsToBeLookedAtIsFoundByAnIndex() {
    Timestamp now = Timestamp.from(Instant.parse("2026-02-25T16:10:00Z"));

    List<String> plan =
        JDBC.queryForList("explain (analyze, buffers) " + ReminderRows.DUE, String.class, now, 200);

    assertThat(String.join("\n", plan))
        .contains("evergreen_reminder_due")
        .contains("rows=30 ")
        .doesNotContain("Seq Scan", "Sort");
  }

  @Test
  void theNextDateMovesAwayWithoutANewIndexEntry() {
    TransactionOperations transactions = DATABASE.transactions();

    // Not many of one page, which has room for some.
    Map<String, Object> writes =
        transactions.execute(
            status -> {
              JDBC.update(
                  "update evergreen_subscription set next_payment_at = next_payment_at"
                      + " + interval '1 month', next_cycle = next_cycle + 1, open_group_id = 1,"
                      + " version = version + 1 where id % 1000 = 7");
              return JDBC.queryForMap(
                  "select n_tup_upd, n_tup_hot_upd from pg_stat_xact_user_tables"
                      + " where relname = 'evergreen_subscription'");
            });

    assertThat(writes).containsEntry("n_tup_upd", 100L).containsEntry("n_tup_hot_upd", 100L);
    assertThat(lookedAtAnew("id % 1000 = 7")).isZero();
  }

  @Test
  void whateverComesNearerOrRunsAgainIsLookedAtAnew() {
    JDBC.update(
        "update evergreen_subscription set next_payment_at = next_payment_at - interval '1 day'"
            + " where id = 101");
    JDBC.update(
        "update evergreen_subscription set next_payment_at = null,"
            + " ends_at = next_payment_at - interval '1 day' where id = 102");
    JDBC.update("update evergreen_subscription set status = 'PAST_DUE' where id in (103, 104)");
    JDBC.update("update evergreen_subscription set status = 'ACTIVE' where id = 103");
    JDBC.update("update evergreen_subscription set status = 'PAUSED' where id = 105");
    JDBC.update("update evergreen_subscription set payments_left = 3 where id = 106");

    assertThat(lookedAtAnew("id in (101, 102, 103)")).isEqualTo(3);
    assertThat(lookedAtAnew("id between 104 and 106")).isZero();
  }

  private static int lookedAtAnew(String condition) {
    return JDBC.queryForObject(
        "select count(*) from evergreen_reminder r join evergreen_subscription s"
            + " on s.id = r.subscription_id where r.look_at = '-infinity' and s."
            + condition,
        Integer.class);
  }
}
