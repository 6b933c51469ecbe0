package org.evergreen.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import org.evergreen.payment.sandbox.SandboxBooks;
import org.evergreen.payment.sandbox.SandboxEntry;
import org.springframework.jdbc.core.JdbcTemplate;

/** No figure counts unless every due renewal was made once and the books agree. */
final class Truth {

  private static final String CHARGES = "evergreen_charge where opened_at" + History.MEASURED;

  private Truth() {}

  /**
   * Compares what is in the database with what was due.
   *
   * @param books of the gateway; not compared when they keep nothing
   */
  static void require(String url, Population population, SandboxBooks books) {
    try (HikariDataSource pool = BenchmarkServer.connect(url, 1)) {
      JdbcTemplate jdbc = new JdbcTemplate(pool);
      int groups = population.renewals() / population.duePerCustomer();
      same(
          jdbc,
          "renewals",
          "evergreen_renewal r join evergreen_renewal_group g on g.id = r.group_id where g.opened_at"
              + History.MEASURED,
          population.renewals());
      same(jdbc, "paid charges", CHARGES + " and state = 'SUCCEEDED'", groups);
      same(jdbc, "charges", CHARGES, groups);
      same(jdbc, "orders", "shop_order", groups);
      same(jdbc, "notices", "evergreen_notice where queued_at" + History.MEASURED, groups);
      same(jdbc, "leases", "evergreen_billing_account where lease_owner is not null", 0);
      if (!books.all().isEmpty()) {
        sameSums(jdbc, books);
      }
    }
  }

  private static void same(JdbcTemplate jdbc, String what, String fromClause, long expected) {
    long found = jdbc.queryForObject("select count(*) from " + fromClause, Long.class);
    if (found != expected) {
      throw new IllegalStateException(
          "There should be " + expected + " " + what + " but there are " + found);
    }
  }

  private static void sameSums(JdbcTemplate jdbc, SandboxBooks books) {
    BigDecimal theirs =
        books.all().stream()
            .map(SandboxEntry::amount)
            .map(amount -> amount.getAmount())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal ours = jdbc.queryForObject("select sum(amount) from " + CHARGES, BigDecimal.class);
    if (ours.compareTo(theirs) != 0) {
      throw new IllegalStateException("We charged " + ours + ", the gateway " + theirs);
    }
  }
}
