package org.evergreen.renewal;

import java.time.Instant;
import java.util.List;
import org.evergreen.sql.Columns;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * A new row of {@code evergreen_renewal_group}.
 *
 * @param openedAt when it is written down
 */
record GroupRow(PricedGroup group, Instant openedAt) {

  private static final Columns<GroupRow> COLUMNS =
      Columns.<GroupRow>of()
          .bigint("id", row -> row.group().id().value())
          .bigint("billing_account_id", row -> row.plan().account())
          .text("customer_id", row -> row.plan().customer().value())
          .text("status", row -> RenewalGroupStatus.OPEN.name())
          .text("currency", row -> row.plan().currency().getCode())
          .bigint(
              "payment_method_id", row -> row.plan().method().map(m -> m.id().value()).orElse(null))
          .bigint(
              "ship_to_address_id", row -> row.plan().destination().map(d -> d.id()).orElse(null))
          .timestamp("due_at", row -> row.plan().dueAt())
          .numeric("shipping", row -> row.group().quote().shipping().getAmount())
          .numeric("shipping_tax", row -> row.group().quote().shippingTax().getAmount())
          .numeric("total", row -> row.group().total().getAmount())
          .numeric("credit", row -> row.group().credit().getAmount())
          .bool("early", row -> row.plan().quote().isPresent())
          .text("quote_token", row -> row.plan().quote().orElse(null))
          .integer("attempts", GroupRow::attempts)
          .timestamp("opened_at", GroupRow::openedAt);
  private static final String INSERT = COLUMNS.insertInto("evergreen_renewal_group");

  static void insert(JdbcOperations jdbc, List<PricedGroup> groups, Instant openedAt) {
    COLUMNS.update(
        jdbc, INSERT, groups.stream().map(group -> new GroupRow(group, openedAt)).toList());
  }

  private PlannedGroup plan() {
    return group.plan();
  }

  private int attempts() {
    return group.isCharged() ? 1 : 0;
  }
}
