package org.evergreen.subscription;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.evergreen.money.StoredMoney;
import org.joda.money.Money;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Counts and sums over all subscriptions, for the merchant's dashboard. */
public class SubscriptionFigures {

  private final NamedParameterJdbcOperations jdbc;

  public SubscriptionFigures(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Next payments that fall into a span of time.
   *
   * @param subscriptions how many subscriptions have theirs in it
   * @param amounts their sum before tax and shipping, one per currency, the largest count first
   */
  public record Coming(long subscriptions, List<Money> amounts) {

    public Coming {
      amounts = List.copyOf(amounts);
    }
  }

  /** How many subscriptions are in each status; a status that none is in is left out. */
  public Map<SubscriptionStatus, Long> byStatus() {
    Map<SubscriptionStatus, Long> counts = new EnumMap<>(SubscriptionStatus.class);
    jdbc.query(
        "select status, count(*) as subscriptions from evergreen_subscription group by status",
        row -> {
          counts.put(
              SubscriptionStatus.valueOf(row.getString("status")), row.getLong("subscriptions"));
        });
    return counts;
  }

  /**
   * The payments that come next, of the subscriptions whose renewals are charged. Each is counted
   * with its next payment alone, also when more than one falls into the time.
   *
   * @param until the first instant that is not counted any more; what is overdue is counted, unless
   *     it is parked
   */
  public Coming dueBefore(Instant until) {
    record Sum(long subscriptions, Money amount) {}
    List<Sum> sums =
        jdbc.query(
            "select s.currency, count(distinct s.id) as subscriptions,"
                + " sum(l.quantity * l.unit_price) as amount"
                + " from evergreen_subscription s"
                + " join evergreen_subscription_line l on l.subscription_id = s.id"
                + " where s.next_payment_at < :until and"
                + BillingAccounts.CHARGED_WHEN_DUE
                + "group by s.currency order by subscriptions desc, s.currency",
            new MapSqlParameterSource("until", Timestamp.from(until)),
            (row, number) ->
                new Sum(
                    row.getLong("subscriptions"),
                    StoredMoney.of(row.getString("currency"), row.getBigDecimal("amount"))));
    return new Coming(
        sums.stream().mapToLong(Sum::subscriptions).sum(), sums.stream().map(Sum::amount).toList());
  }
}
