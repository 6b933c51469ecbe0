package org.evergreen.renewal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.BillingAccounts;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * How workers share the due billing accounts: each claims some for a while, all due subscriptions
 * of the customer with them. A claim raises the account's version; whoever has an older one has
 * lost it. Every method takes part in the transaction of its caller.
 */
final class AccountLeases {

  private static final String CLAIM =
      "with due as materialized (select id from evergreen_billing_account"
          + " where next_due_at <= ? and (lease_until is null or lease_until <= ?)"
          + " order by next_due_at, id limit ? for update skip locked)"
          + " update evergreen_billing_account a"
          + " set lease_owner = ?, lease_until = ?, version = a.version + 1"
          + " from due where a.id = due.id returning a.id, a.customer_id, a.version, a.consolidates";

  /** It counts as due meanwhile, so that the run takes it over if its owner dies. */
  private static final String CLAIM_ONE =
      "update evergreen_billing_account a set lease_owner = ?, lease_until = ?,"
          + " version = a.version + 1, next_due_at = least(a.next_due_at, ?)"
          + " where a.id = ? and (a.lease_until is null or a.lease_until <= ?)"
          + " returning a.id, a.customer_id, a.version, a.consolidates";

  private static final String OWN =
      "select a.id, a.version from evergreen_billing_account a"
          + " where a.id = any(?) and a.lease_owner = ?";
  private static final String HELD = OWN + " and a.lease_until > ?";
  private static final String IN_ORDER = " order by a.id for update of a";

  private static final String RELEASE =
      "update evergreen_billing_account a set lease_owner = null, lease_until = null,"
          + " next_due_at = "
          + BillingAccounts.NEXT_DUE
          + " where a.id = any(?) returning next_due_at <= ?";

  private final JdbcOperations jdbc;
  private final ShopTime time;
  private final RenewalSettings settings;

  AccountLeases(JdbcOperations jdbc, ShopTime time, RenewalSettings settings) {
    this.jdbc = jdbc;
    this.time = time;
    this.settings = settings;
  }

  /** Claims due accounts that nobody has, those first that have been due longest. */
  Claim claim(String owner) {
    Timestamp now = Timestamp.from(time.now());
    List<Claim.Account> accounts =
        jdbc.query(
            CLAIM,
            AccountLeases::account,
            now,
            now,
            settings.batch(),
            owner,
            Timestamp.from(end()));
    return new Claim(owner, accounts);
  }

  /** Claims an account that nobody has, due or not; empty when somebody has it. */
  Claim claim(String owner, long account) {
    Timestamp now = Timestamp.from(time.now());
    List<Claim.Account> accounts =
        jdbc.query(
            CLAIM_ONE, AccountLeases::account, owner, Timestamp.from(end()), now, account, now);
    return new Claim(owner, accounts);
  }

  private Instant end() {
    return time.now().plus(settings.lease());
  }

  private static Claim.Account account(ResultSet row, int number) throws SQLException {
    return new Claim.Account(
        row.getLong("id"),
        new CustomerId(row.getString("customer_id")),
        row.getLong("version"),
        row.getBoolean("consolidates"));
  }

  /** The claimed accounts that are not lost. */
  Set<Long> held(Claim claim) {
    return query(claim, HELD, Timestamp.from(time.now()));
  }

  /** Those not lost, locked until the end of the transaction: only we change what is theirs. */
  Set<Long> lockHeld(Claim claim) {
    return query(claim, HELD + IN_ORDER, Timestamp.from(time.now()));
  }

  /**
   * Gives back what is still ours and works out when it is next due.
   *
   * @return how many accounts are due right again
   */
  int release(Claim claim) {
    Set<Long> own = query(claim, OWN + IN_ORDER);
    return (int) update(own).stream().filter(Boolean.TRUE::equals).count();
  }

  private List<Boolean> update(Collection<Long> own) {
    return jdbc.query(
        RELEASE,
        (row, n) -> row.getBoolean(1),
        own.stream().mapToLong(Long::longValue).toArray(),
        Timestamp.from(time.now()));
  }

  private Set<Long> query(Claim claim, String sql, Object... more) {
    Object[] parameters = new Object[more.length + 2];
    parameters[0] = claim.ids();
    parameters[1] = claim.owner();
    System.arraycopy(more, 0, parameters, 2, more.length);
    Map<Long, Long> versions = new HashMap<>();
    jdbc.query(
        sql,
        row -> {
          versions.put(row.getLong("id"), row.getLong("version"));
        },
        parameters);
    return claim.accounts().stream()
        .filter(account -> Long.valueOf(account.version()).equals(versions.get(account.id())))
        .map(Claim.Account::id)
        .collect(Collectors.toSet());
  }
}
