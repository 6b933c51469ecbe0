package org.evergreen.demo.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evergreen.demo.database.DemoMigrations;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The accounts. An e-mail address has one, however its letters are written. */
@Component
public class Accounts {

  private static final String COLUMNS =
      "select id, email, role, first_name, last_name, locale from demo_account ";

  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;
  private final ShopTime time;

  Accounts(JdbcClient jdbc, PasswordEncoder passwords, ShopTime time, DemoMigrations migrated) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.time = time;
  }

  /** The account with this e-mail address. */
  public Optional<Account> find(String email) {
    return jdbc.sql(COLUMNS + "where lower(email) = lower(?)")
        .param(email.strip())
        .query(Accounts::read)
        .optional();
  }

  /** The accounts that exist among these. */
  public List<Account> byId(Collection<Long> ids) {
    Long[] keys = ids.toArray(Long[]::new);
    return jdbc.sql(COLUMNS + "where id = any(?)").param(keys).query(Accounts::read).list();
  }

  /**
   * The shoppers whose e-mail address or name has this text in it, in any case.
   *
   * @param limit the most that are returned
   */
  List<Account> search(String text, int limit) {
    String pattern = "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    return jdbc.sql(
            COLUMNS
                + "where role = :role and (email ilike :pattern"
                + " or first_name || ' ' || last_name ilike :pattern) order by id limit :limit")
        .param("role", Role.SHOPPER.name())
        .param("pattern", pattern)
        .param("limit", limit)
        .query(Accounts::read)
        .list();
  }

  /**
   * Opens an account.
   *
   * @throws EmailTakenException if there is one with this e-mail address
   */
  public Account open(NewAccount account) {
    long id = jdbc.sql("select nextval('demo_account_seq')").query(Long.class).single();
    int opened =
        jdbc.sql(
                "insert into demo_account (id, email, password_hash, role, first_name, last_name,"
                    + " locale, created_at) values (:id, :email, :hash, :role, :first, :last,"
                    + " :locale, :now) on conflict (lower(email)) do nothing")
            .param("id", id)
            .param("email", account.email().strip())
            .param("hash", passwords.encode(account.password()))
            .param("role", account.role().name())
            .param("first", account.firstName().strip())
            .param("last", account.lastName().strip())
            .param("locale", Locale.US.toLanguageTag())
            .param("now", Timestamp.from(time.now()))
            .update();
    if (opened == 0) {
      throw new EmailTakenException();
    }
    return byId(List.of(id)).get(0);
  }

  /** The hash of an account's password. */
  String passwordHash(long id) {
    return jdbc.sql("select password_hash from demo_account where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  private static Account read(ResultSet row, int number) throws SQLException {
    return new Account(
        row.getLong("id"),
        row.getString("email"),
        Role.valueOf(row.getString("role")),
        row.getString("first_name"),
        row.getString("last_name"),
        Locale.forLanguageTag(row.getString("locale")));
  }
}
