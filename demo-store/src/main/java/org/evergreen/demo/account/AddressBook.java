package org.evergreen.demo.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.evergreen.demo.database.AddressColumns;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The addresses that shoppers have used. */
@Component
public class AddressBook {

  private static final int MOST_OFFERED = 5;

  private final JdbcClient jdbc;
  private final ShopTime time;

  AddressBook(JdbcClient jdbc, ShopTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** The addresses that a shopper used last, latest first. */
  public List<SavedAddress> of(long accountId) {
    return jdbc.sql(
            "select * from demo_customer_address where account_id = ? order by used_at desc, id desc"
                + " limit ?")
        .param(accountId)
        .param(MOST_OFFERED)
        .query(AddressBook::read)
        .list();
  }

  /** An address of this shopper; empty when it is unknown or somebody else's. */
  public Optional<SavedAddress> find(long accountId, long id) {
    return jdbc.sql("select * from demo_customer_address where account_id = ? and id = ?")
        .param(accountId)
        .param(id)
        .query(AddressBook::read)
        .optional();
  }

  /**
   * Keeps an address for next time; one that is known already moves to the top.
   *
   * @return its id
   */
  public long remember(long accountId, PostalAddress address) {
    return jdbc.sql(
            "insert into demo_customer_address (account_id, name, line1, line2, city, region,"
                + " postal_code, country, phone, used_at) values (:account, :name, :line1, :line2,"
                + " :city, :region, :postal_code, :country, :phone, :now)"
                + " on conflict (account_id, name, line1, line2, city, region, postal_code, country,"
                + " phone) do update set used_at = excluded.used_at returning id")
        .param("account", accountId)
        .param("now", Timestamp.from(time.now()))
        .params(AddressColumns.values(Optional.of(address), ""))
        .query(Long.class)
        .single();
  }

  private static SavedAddress read(ResultSet row, int number) throws SQLException {
    return new SavedAddress(row.getLong("id"), AddressColumns.read(row, "").orElseThrow());
  }
}
