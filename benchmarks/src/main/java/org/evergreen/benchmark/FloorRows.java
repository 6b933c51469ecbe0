package org.evergreen.benchmark;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.evergreen.sql.Columns;

/**
 * The rows that a renewal run writes, as they are known beforehand: group, charge, order and notice
 * by the number of the account; renewal, line and event by the number of the subscription. Their
 * keys come after those of the history.
 */
final class FloorRows {

  private static final Instant NOW = Population.NOW;
  private static final Instant NEXT = NOW.plus(31, ChronoUnit.DAYS);
  private static final BigDecimal AMOUNT = new BigDecimal("25.00");
  private static final BigDecimal TAX = new BigDecimal("2.00");
  private static final BigDecimal NOTHING = new BigDecimal("0.00");

  private static final long SCATTER = 0x9E3779B97F4A7C15L;

  /** A subscription and the account that it is renewed for. */
  record Member(long subscription, long account) {

    long group() {
      return key(account);
    }
  }

  private static long key(long number) {
    return History.FIRST_NEW + number;
  }

  /** As long as the gateway's, and as little in order. */
  private static String reference(long number) {
    return "sandbox-" + new UUID(number * SCATTER, number);
  }

  static final Columns<Long> CLAIM = Columns.<Long>of().bigint("id", id -> id);
  static final String CLAIM_SQL =
      "update evergreen_billing_account a set lease_owner = 'floor',"
          + " lease_until = timestamptz '2026-03-01T12:10:00Z', version = a.version + 1 from "
          + CLAIM.rows()
          + " where a.id = v.id";
  static final Columns<Long> RELEASE =
      Columns.<Long>of().bigint("id", id -> id).timestamp("next_due_at", id -> NEXT);
  static final String RELEASE_SQL =
      "update evergreen_billing_account a set lease_owner = null, lease_until = null,"
          + " next_due_at = v.next_due_at from "
          + RELEASE.rows()
          + " where a.id = v.id";

  static final Columns<Member> ADVANCE =
      Columns.<Member>of()
          .bigint("id", Member::subscription)
          .bigint("open_group_id", Member::group)
          .integer("next_cycle", member -> 2)
          .timestamp("next_payment_at", member -> NEXT);
  static final String ADVANCE_SQL =
      "update evergreen_subscription s set open_group_id = v.open_group_id,"
          + " next_cycle = v.next_cycle, next_payment_at = v.next_payment_at,"
          + " version = s.version + 1 from "
          + ADVANCE.rows()
          + " where s.id = v.id";
  static final Columns<Member> PAY =
      Columns.<Member>of()
          .bigint("id", Member::subscription)
          .integer("payments", member -> 1)
          .timestamp("last_payment_at", member -> NOW)
          .timestamp("term_started_at", member -> NOW)
          .timestamp("paid_until", member -> NEXT);
  static final String PAY_SQL =
      "update evergreen_subscription s set status = 'ACTIVE', open_group_id = null,"
          + " payments_made = s.payments_made + v.payments, last_payment_at = v.last_payment_at,"
          + " term_started_at = v.term_started_at, paid_until = v.paid_until,"
          + " version = s.version + 1 from "
          + PAY.rows()
          + " where s.id = v.id";

  static final Columns<Long> GROUP =
      Columns.<Long>of()
          .bigint("id", FloorRows::key)
          .bigint("billing_account_id", id -> id)
          .text("customer_id", id -> "customer-" + id)
          .text("status", id -> "OPEN")
          .text("currency", id -> "USD")
          .bigint("payment_method_id", id -> id)
          .bigint("ship_to_address_id", id -> id % 2 == 0 ? id : null)
          .timestamp("due_at", id -> NOW)
          .numeric("shipping", id -> TAX)
          .numeric("shipping_tax", id -> TAX)
          .numeric("total", id -> AMOUNT)
          .numeric("credit", id -> NOTHING)
          .bool("early", id -> false)
          .text("quote_token", id -> null)
          .integer("attempts", id -> 1)
          .timestamp("opened_at", id -> NOW);
  static final Columns<Long> PAID_GROUP =
      Columns.<Long>of().bigint("id", FloorRows::key).timestamp("paid_at", id -> NOW);
  static final String PAID_GROUP_SQL =
      "update evergreen_renewal_group g set status = 'PAID', paid_at = v.paid_at from "
          + PAID_GROUP.rows()
          + " where g.id = v.id";
  static final Columns<Long> ORDERED_GROUP =
      Columns.<Long>of()
          .bigint("id", FloorRows::key)
          .text("order_id", id -> Long.toString(key(id)))
          .text("order_number", id -> "N" + key(id));
  static final String ORDERED_GROUP_SQL =
      "update evergreen_renewal_group g set order_id = v.order_id,"
          + " order_number = v.order_number from "
          + ORDERED_GROUP.rows()
          + " where g.id = v.id";

  static final Columns<Member> RENEWAL =
      Columns.<Member>of()
          .bigint("subscription_id", Member::subscription)
          .integer("cycle", member -> 1)
          .bigint("group_id", Member::group)
          .timestamp("due_at", member -> NOW)
          .timestamp("term_end", member -> NEXT)
          .numeric("amount", member -> AMOUNT)
          .numeric("tax", member -> TAX)
          .numeric("credit", member -> NOTHING)
          .bool("ships", member -> member.account() % 2 == 0);
  static final Columns<Member> LINE =
      Columns.<Member>of()
          .bigint("group_id", Member::group)
          .bigint("line_id", Member::subscription)
          .bigint("subscription_id", Member::subscription)
          .text("sku_id", member -> "sku-" + member.subscription() % 50)
          .text("name", member -> "Product " + member.subscription() % 50)
          .integer("quantity", member -> 1)
          .numeric("unit_price", member -> AMOUNT)
          .numeric("amount", member -> AMOUNT)
          .numeric("tax", member -> TAX)
          .numeric("discount", member -> NOTHING)
          .bool("shipping_once", member -> false);
  static final Columns<Member> EVENT =
      Columns.<Member>of()
          .bigint("id", member -> key(member.subscription()))
          .bigint("subscription_id", Member::subscription)
          .timestamp("happened_at", member -> NOW)
          .text("actor_kind", member -> "GATEWAY")
          .text("actor_name", member -> "")
          .text("what", member -> "RENEWED")
          .text("from_status", member -> "ACTIVE")
          .text("to_status", member -> "ACTIVE")
          .text("note", member -> "");

  static final Columns<Long> CHARGE =
      Columns.<Long>of()
          .bigint("id", FloorRows::key)
          .text("subject", id -> "renewal-" + key(id))
          .text("purpose", id -> "RENEWAL")
          .integer("attempt", id -> 1)
          .text("idempotency_key", id -> "renewal-" + key(id) + "-1")
          .text("customer_id", id -> "customer-" + id)
          .bigint("payment_method_id", id -> id)
          .text("gateway", id -> "sandbox")
          .text("method_token", id -> "sandbox-succeeds")
          .numeric("amount", id -> AMOUNT)
          .text("currency", id -> "USD")
          .text("description", id -> "Renewal " + key(id))
          .text("state", id -> "OPEN")
          .timestamp("opened_at", id -> NOW)
          .timestamp("recover_at", id -> NOW);
  static final Columns<Long> SUBMIT =
      Columns.<Long>of().bigint("id", FloorRows::key).timestamp("submitted_at", id -> NOW);
  static final String SUBMIT_SQL =
      "update evergreen_charge c set state = 'SUBMITTED', submitted_at = v.submitted_at from "
          + SUBMIT.rows()
          + " where c.id = v.id";
  static final Columns<Long> SETTLE =
      Columns.<Long>of()
          .bigint("id", FloorRows::key)
          .text("gateway_reference", FloorRows::reference)
          .timestamp("settled_at", id -> NOW);
  static final String SETTLE_SQL =
      "update evergreen_charge c set state = 'SUCCEEDED', recover_at = null,"
          + " gateway_reference = v.gateway_reference, settled_at = v.settled_at from "
          + SETTLE.rows()
          + " where c.id = v.id";

  static final Columns<Long> NOTICE =
      Columns.<Long>of()
          .bigint("id", FloorRows::key)
          .text("kind", id -> "RENEWAL_PAID")
          .text("dedupe_key", id -> "renewal-" + key(id) + "-paid")
          .text("customer_id", id -> "customer-" + id)
          .text("payload", id -> "{\"renewalGroup\":\"" + key(id) + "\"}")
          .timestamp("queued_at", id -> NOW)
          .timestamp("send_after", id -> NOW)
          .text("state", id -> "QUEUED")
          .integer("attempts", id -> 0);

  static final Columns<Long> ORDER =
      Columns.<Long>of()
          .bigint("id", FloorRows::key)
          .text("reference", id -> "renewal-" + key(id))
          .text("customer_id", id -> "customer-" + id)
          .numeric("total", id -> AMOUNT)
          .text("currency", id -> "USD")
          .text("payment", FloorRows::reference)
          .timestamp("paid_at", id -> NOW);
  static final Columns<Member> ORDER_LINE =
      Columns.<Member>of()
          .bigint("order_id", Member::group)
          .text("line_key", member -> Long.toString(member.subscription()))
          .text("sku", member -> "sku-" + member.subscription() % 50)
          .integer("quantity", member -> 1)
          .numeric("amount", member -> AMOUNT)
          .numeric("tax", member -> TAX);

  private FloorRows() {}
}
