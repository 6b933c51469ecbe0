package org.evergreen.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evergreen.money.StoredMoney;
import org.evergreen.sql.Columns;
import org.evergreen.sql.IdSequence;
import org.evergreen.time.ShopTime;
import org.joda.money.CurrencyUnit;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/**
 * What shoppers were credited and what of it was used. A subscription's credit is the sum of its
 * entries at every moment, and never below zero.
 */
public class Credits {

  private record Row(long id, CreditEntry entry, Instant at) {}

  private static final Columns<Row> COLUMNS =
      Columns.<Row>of()
          .bigint("id", Row::id)
          .bigint("subscription_id", row -> row.entry().subscription().value())
          .timestamp("entered_at", Row::at)
          .numeric("amount", row -> row.entry().amount().getAmount())
          .text("reason", row -> row.entry().reason().name())
          .text("reference", row -> row.entry().reference());

  // One statement, so that entries and sums never differ; the row lock makes others wait.
  private static final String ENTER =
      "with entered as ("
          + COLUMNS.insertInto("evergreen_credit_entry")
          + " on conflict (subscription_id, reason, reference) do nothing"
          + " returning subscription_id, amount),"
          + " sums as (select subscription_id, sum(amount) as amount from entered"
          + " group by subscription_id)"
          + " update evergreen_subscription s set credit = s.credit + sums.amount"
          + " from sums where s.id = sums.subscription_id";

  private final NamedParameterJdbcOperations jdbc;
  private final IdSequence ids;
  private final ShopTime time;

  public Credits(NamedParameterJdbcOperations jdbc, ShopTime time) {
    this.jdbc = jdbc;
    this.ids = new IdSequence(jdbc.getJdbcOperations(), "evergreen_credit_entry_seq");
    this.time = time;
  }

  /**
   * Enters movements in the transaction of the caller; one that was entered before is left out.
   *
   * @throws CreditExceededException if more would be used than there is; the transaction is lost
   * @throws IllegalArgumentException if one is not in its subscription's currency
   */
  public void enter(List<CreditEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    requireCurrencies(entries);
    Instant now = time.now();
    List<Long> newIds = ids.next(entries.size());
    List<Row> rows = new ArrayList<>(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      rows.add(new Row(newIds.get(i), entries.get(i), now));
    }
    try {
      COLUMNS.update(jdbc.getJdbcOperations(), ENTER, rows);
    } catch (DataIntegrityViolationException e) {
      throw CreditExceededException.inOneOf(entries, e);
    }
  }

  private void requireCurrencies(List<CreditEntry> entries) {
    Map<SubscriptionId, CurrencyUnit> currencies =
        currencies(entries.stream().map(CreditEntry::subscription).toList());
    for (CreditEntry entry : entries) {
      CurrencyUnit own = currencies.get(entry.subscription());
      if (own == null) {
        throw UnknownSubscriptionException.withId(entry.subscription());
      }
      if (!own.equals(entry.amount().getCurrencyUnit())) {
        throw new IllegalArgumentException(
            entry.amount() + " cannot be credited to a subscription paid in " + own);
      }
    }
  }

  private Map<SubscriptionId, CurrencyUnit> currencies(Collection<SubscriptionId> subscriptions) {
    Map<SubscriptionId, CurrencyUnit> currencies = new HashMap<>();
    jdbc.query(
        "select id, currency from evergreen_subscription where id in (:ids)",
        new MapSqlParameterSource(
            "ids", subscriptions.stream().map(SubscriptionId::value).toList()),
        row -> {
          currencies.put(
              new SubscriptionId(row.getLong("id")), CurrencyUnit.of(row.getString("currency")));
        });
    return currencies;
  }

  /** All movements of a subscription, newest first. */
  public List<EnteredCredit> entries(SubscriptionId subscription) {
    return jdbc.query(
        "select c.*, s.currency from evergreen_credit_entry c"
            + " join evergreen_subscription s on s.id = c.subscription_id"
            + " where c.subscription_id = :id order by c.entered_at desc, c.id desc",
        new MapSqlParameterSource("id", subscription.value()),
        (row, number) -> read(row));
  }

  private static EnteredCredit read(ResultSet row) throws SQLException {
    return new EnteredCredit(
        new CreditEntry(
            new SubscriptionId(row.getLong("subscription_id")),
            StoredMoney.of(row.getString("currency"), row.getBigDecimal("amount")),
            CreditEntry.Reason.valueOf(row.getString("reason")),
            row.getString("reference")),
        row.getObject("entered_at", OffsetDateTime.class).toInstant());
  }
}
