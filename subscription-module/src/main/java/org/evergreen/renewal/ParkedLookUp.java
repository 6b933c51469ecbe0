package org.evergreen.renewal;

import java.util.Optional;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.SubscriptionId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Tells of one subscription whether its renewal was set aside. */
public class ParkedLookUp {

  private final NamedParameterJdbcOperations jdbc;

  public ParkedLookUp(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** The renewal that was set aside; empty when the subscription renews as usual. */
  public Optional<ParkedRenewal> of(SubscriptionId subscription) {
    return jdbc
        .query(
            "select s.customer_id, p.due_at, p.parked_at, p.problem"
                + " from evergreen_parked_renewal p"
                + " join evergreen_subscription s on s.id = p.subscription_id"
                + " where p.subscription_id = :id",
            new MapSqlParameterSource("id", subscription.value()),
            (row, number) ->
                new ParkedRenewal(
                    subscription,
                    new CustomerId(row.getString("customer_id")),
                    row.getTimestamp("due_at").toInstant(),
                    row.getTimestamp("parked_at").toInstant(),
                    row.getString("problem")))
        .stream()
        .findFirst();
  }
}
