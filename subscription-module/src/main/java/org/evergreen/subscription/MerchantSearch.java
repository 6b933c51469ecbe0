package org.evergreen.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.evergreen.storefront.CustomerId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;

/** Finds the numbers of the subscriptions that the merchant looks for. */
final class MerchantSearch {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

  private final NamedParameterJdbcOperations jdbc;

  MerchantSearch(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** One page, newest first, and one more when there is a next page. */
  List<SubscriptionId> find(SubscriptionSearch search) {
    List<String> conditions = new ArrayList<>();
    MapSqlParameterSource values =
        new MapSqlParameterSource("limit", search.size() + 1)
            .addValue("offset", (long) search.page() * search.size());
    search
        .status()
        .ifPresent(
            status -> {
              conditions.add("s.status = :status");
              values.addValue("status", status.name());
            });
    if (!search.text().isEmpty()) {
      conditions.add("(" + customerCondition(search, values) + textCondition(search, values) + ")");
    }
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return jdbc.query(
        "select s.id from evergreen_subscription s"
            + where
            + " order by s.id desc limit :limit offset :offset",
        values,
        (row, number) -> new SubscriptionId(row.getLong("id")));
  }

  private static String customerCondition(SubscriptionSearch search, MapSqlParameterSource values) {
    values.addValue("text", search.text());
    if (search.customers().isEmpty()) {
      return "s.customer_id = :text or ";
    }
    values.addValue("customers", search.customers().stream().map(CustomerId::value).toList());
    return "s.customer_id = :text or s.customer_id in (:customers) or ";
  }

  private static String textCondition(SubscriptionSearch search, MapSqlParameterSource values) {
    String text = search.text();
    if (NUMBER.matcher(text).matches()) {
      values.addValue("number", Long.valueOf(text));
      return "s.id = :number";
    }
    values.addValue("pattern", "%" + escape(text.toLowerCase(Locale.ROOT)) + "%");
    return "exists (select 1 from evergreen_subscription_line l"
        + " where l.subscription_id = s.id"
        + " and (lower(l.name) like :pattern or lower(l.plan_name) like :pattern))";
  }

  /** A percent sign or an underscore that was typed is looked for as such. */
  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
