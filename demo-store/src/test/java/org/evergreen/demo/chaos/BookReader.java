package org.evergreen.demo.chaos;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evergreen.demo.chaos.Books.OurCharge;
import org.evergreen.demo.chaos.Books.OurRenewal;
import org.evergreen.payment.stripe.wire.StripeAccount;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the books of both sides. */
final class BookReader {

  private static final String CHARGES =
      "select idempotency_key, subject, state, coalesce(gateway_reference, ''), amount"
          + " from evergreen_charge where purpose = 'RENEWAL' order by id";
  private static final String RENEWALS =
      "select r.subscription_id, r.cycle, 'renewal-' || g.id, g.status, g.total - g.credit"
          + " from evergreen_renewal r join evergreen_renewal_group g on g.id = r.group_id"
          + " where r.voided_at is null order by r.subscription_id, r.cycle";
  private static final String NOTICES =
      "select id::text from evergreen_notice where state <> 'QUEUED' or attempts > 0";

  private final JdbcTemplate jdbc;
  private final StripeAccount account;
  private final MailServer mail;
  private final Dust dust;

  BookReader(JdbcTemplate jdbc, StripeAccount account, MailServer mail, Dust dust) {
    this.jdbc = jdbc;
    this.account = account;
    this.mail = mail;
    this.dust = dust;
  }

  /**
   * Reads everything.
   *
   * @param rounds how often every subscription has been due
   */
  Books read(int rounds) {
    Map<Long, Integer> due = new HashMap<>();
    jdbc.queryForList("select id from evergreen_subscription", Long.class)
        .forEach(subscription -> due.put(subscription, rounds));
    List<String> unfinished = new ArrayList<>(dust.allThatIsUnfinished());
    return new Books(
        account.intents(),
        charges(),
        renewals(),
        due,
        count("select reference, count(*) from demo_order where renewal group by reference"),
        mail.mails(),
        Set.copyOf(jdbc.queryForList(NOTICES, String.class)),
        unfinished);
  }

  private List<OurCharge> charges() {
    return jdbc.query(
        CHARGES,
        (row, n) ->
            new OurCharge(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                cents(row.getBigDecimal(5))));
  }

  private List<OurRenewal> renewals() {
    return jdbc.query(
        RENEWALS,
        (row, n) ->
            new OurRenewal(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                cents(row.getBigDecimal(5))));
  }

  private Map<String, Integer> count(String sql) {
    Map<String, Integer> counts = new HashMap<>();
    jdbc.query(
        sql,
        row -> {
          counts.put(row.getString(1), row.getInt(2));
        });
    return counts;
  }

  private static long cents(BigDecimal amount) {
    return amount.movePointRight(2).longValueExact();
  }
}
