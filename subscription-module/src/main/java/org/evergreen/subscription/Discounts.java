package org.evergreen.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.evergreen.money.Percentage;
import org.evergreen.money.StoredMoney;
import org.evergreen.sql.IdSequence;
import org.evergreen.terms.RecurringDiscount;
import org.evergreen.terms.RecurringDiscount.Reduction;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** What is taken off the next payments of subscriptions. Works in the transaction of the caller. */
public class Discounts {

  /**
   * A discount that still holds.
   *
   * @param discount with the payments that are left of it
   */
  public record Running(long id, SubscriptionId subscription, RecurringDiscount discount) {}

  private static final String RUNNING =
      "select d.id, d.subscription_id, d.label, d.percent, d.amount, d.payments_left, s.currency"
          + " from evergreen_discount d join evergreen_subscription s on s.id = d.subscription_id"
          + " where d.subscription_id = any(:ids)"
          + " and (d.payments_left is null or d.payments_left > 0) order by d.id";

  private static final String USED_BEFORE =
      "select d.id, d.subscription_id, d.label, d.percent, d.amount,"
          + " d.payments_left + 1 as payments_left, s.currency"
          + " from evergreen_discount d join evergreen_subscription s on s.id = d.subscription_id"
          + " where d.id in (:ids) order by d.id";

  private final NamedParameterJdbcOperations jdbc;
  private final IdSequence ids;
  private final ShopTime time;

  public Discounts(NamedParameterJdbcOperations jdbc, ShopTime time) {
    this.jdbc = jdbc;
    this.ids = new IdSequence(jdbc.getJdbcOperations(), "evergreen_discount_seq");
    this.time = time;
  }

  /**
   * Gives a discount.
   *
   * @param source where it comes from, for example a coupon's code; a subscription gets it once. At
   *     most 80 characters
   * @return whether it is new
   */
  public boolean add(SubscriptionId subscription, RecurringDiscount discount, String source) {
    Reduction reduction = discount.reduction();
    OptionalInt payments = discount.payments();
    return jdbc.update(
            "insert into evergreen_discount (id, subscription_id, label, percent, amount,"
                + " payments_left, source, added_at) values (:id, :subscription, :label, :percent,"
                + " :amount, :payments, :source, :at)"
                + " on conflict (subscription_id, source) do nothing",
            new MapSqlParameterSource("id", ids.next())
                .addValue("subscription", subscription.value())
                .addValue("label", discount.label())
                .addValue(
                    "percent",
                    reduction instanceof Reduction.Percent part ? part.percent().value() : null)
                .addValue(
                    "amount",
                    reduction instanceof Reduction.Amount fixed ? fixed.amount().getAmount() : null)
                .addValue("payments", payments.isPresent() ? payments.getAsInt() : null)
                .addValue("source", source)
                .addValue("at", time.now().atOffset(ZoneOffset.UTC)))
        > 0;
  }

  /** Whether a subscription was given the discount of a source, used up or not. */
  public boolean wasGiven(SubscriptionId subscription, String source) {
    return !jdbc.queryForList(
            "select id from evergreen_discount where subscription_id = :subscription"
                + " and source = :source",
            new MapSqlParameterSource("subscription", subscription.value())
                .addValue("source", source),
            Long.class)
        .isEmpty();
  }

  /** The discounts that the next payment of a subscription gets, in the order they were given. */
  public List<Running> running(SubscriptionId subscription) {
    return running(List.of(subscription)).getOrDefault(subscription, List.of());
  }

  /** The same for many; a subscription without discounts is left out. */
  public Map<SubscriptionId, List<Running>> running(Collection<SubscriptionId> subscriptions) {
    Map<SubscriptionId, List<Running>> running = new LinkedHashMap<>();
    if (!subscriptions.isEmpty()) {
      jdbc.query(
          RUNNING,
          new MapSqlParameterSource(
              "ids", subscriptions.stream().mapToLong(SubscriptionId::value).toArray()),
          row -> {
            Running one = read(row);
            running.computeIfAbsent(one.subscription(), id -> new ArrayList<>()).add(one);
          });
    }
    return running;
  }

  /** Discounts by their keys, as they were before the last payment that they were taken off. */
  public Map<SubscriptionId, List<Running>> usedBefore(Collection<Long> discounts) {
    Map<SubscriptionId, List<Running>> before = new LinkedHashMap<>();
    if (!discounts.isEmpty()) {
      jdbc.query(
          USED_BEFORE,
          new MapSqlParameterSource("ids", discounts),
          row -> {
            Running one = read(row);
            before.computeIfAbsent(one.subscription(), id -> new ArrayList<>()).add(one);
          });
    }
    return before;
  }

  /** Counts a payment of which these were taken off; what has no payment left holds no more. */
  public void use(Collection<Running> used) {
    count(used, -1);
  }

  /** Takes the counting back, because the payment was given up. */
  public void giveBack(Collection<Running> used) {
    count(used, 1);
  }

  private void count(Collection<Running> used, int by) {
    List<Long> keys =
        used.stream()
            .filter(one -> one.discount().payments().isPresent())
            .map(Running::id)
            .toList();
    if (!keys.isEmpty()) {
      jdbc.update(
          "update evergreen_discount set payments_left = payments_left + :by where id in (:ids)",
          new MapSqlParameterSource("ids", keys).addValue("by", by));
    }
  }

  private static Running read(ResultSet row) throws SQLException {
    Reduction reduction =
        row.getBigDecimal("percent") != null
            ? new Reduction.Percent(new Percentage(row.getBigDecimal("percent")))
            : new Reduction.Amount(
                StoredMoney.of(row.getString("currency"), row.getBigDecimal("amount")));
    Integer left = row.getObject("payments_left", Integer.class);
    return new Running(
        row.getLong("id"),
        new SubscriptionId(row.getLong("subscription_id")),
        new RecurringDiscount(
            row.getString("label"),
            reduction,
            left == null ? OptionalInt.empty() : OptionalInt.of(left)));
  }
}
