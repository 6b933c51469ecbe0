package org.evergreen.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evergreen.sql.IdSequence;
import org.evergreen.storefront.CustomerId;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;

/** The rows of stored payment methods. Every method takes part in the transaction of its caller. */
final class PaymentMethodRows {

  /** Whoever stores a blocked card anew stores a blocked card. */
  private static final String INSERT =
      """
      insert into evergreen_payment_method (id, customer_id, gateway, token, brand, last_four,
          expiry, created_at, kind, fingerprint, set_up_at, blocked_at, blocked_reason)
        select v.id, v.customer_id, v.gateway, v.token, v.brand, v.last_four, v.expiry,
            v.created_at, v.kind, v.fingerprint, v.set_up_at, b.blocked_at, b.blocked_reason
          from (values (?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz), ?, ?,
              cast(? as timestamptz))) as v (id, customer_id, gateway, token, brand, last_four,
              expiry, created_at, kind, fingerprint, set_up_at)
          left join lateral (select blocked_at, blocked_reason from evergreen_payment_method o
              where o.customer_id = v.customer_id and o.gateway = v.gateway
              and o.fingerprint = v.fingerprint and o.blocked_at is not null
              order by o.blocked_at desc limit 1) b on true
        on conflict (customer_id, gateway, token) do update set removed_at = null,
          detach_at = null, brand = excluded.brand, last_four = excluded.last_four, expiry = excluded.expiry,
          kind = excluded.kind, fingerprint = excluded.fingerprint,
          set_up_at = coalesce(evergreen_payment_method.set_up_at, excluded.set_up_at)
      """;

  private final JdbcOperations jdbc;
  private final IdSequence ids;
  private final ShopTime time;

  PaymentMethodRows(JdbcOperations jdbc, ShopTime time) {
    this.jdbc = jdbc;
    this.ids = new IdSequence(jdbc, "evergreen_payment_method_seq");
    this.time = time;
  }

  PaymentMethod keep(CustomerId customer, String gateway, MethodToKeep method) {
    MethodDetails details = method.details();
    Timestamp now = Timestamp.from(time.now());
    jdbc.update(
        INSERT,
        ids.next(),
        customer.value(),
        gateway,
        method.token(),
        details.brand(),
        details.lastFour(),
        details.expiry().toString(),
        now,
        details.kind().name(),
        method.fingerprint().orElse(null),
        method.setUp() ? now : null);
    return query(
            "where customer_id = ? and gateway = ? and token = ?",
            customer.value(),
            gateway,
            method.token())
        .get(0);
  }

  List<PaymentMethod> ofCustomer(CustomerId customer) {
    return query("where customer_id = ? and removed_at is null order by id desc", customer.value());
  }

  Optional<PaymentMethod> find(CustomerId customer, PaymentMethodId id) {
    return query("where customer_id = ? and id = ?", customer.value(), id.value()).stream()
        .filter(PaymentMethod::active)
        .findFirst();
  }

  List<PaymentMethod> byId(Collection<PaymentMethodId> ids) {
    return query("where id = any(?)", keys(ids));
  }

  /** By a whole token, or by its last part, which is the gateway's own key of the method. */
  List<PaymentMethod> ofToken(String gateway, String token) {
    return query(
        "where gateway = ? and substring(token from '[^:]*$') = substring(? from '[^:]*$')"
            + " order by id",
        gateway,
        token);
  }

  /** Locks a method until the end of the transaction; also one that was removed. */
  Optional<PaymentMethod> lock(CustomerId customer, PaymentMethodId id) {
    return query("where customer_id = ? and id = ? for update", customer.value(), id.value())
        .stream()
        .findFirst();
  }

  /** Whether a charge with the method may still take money. */
  boolean isBeingCharged(PaymentMethodId id) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select 1 from evergreen_charge where payment_method_id = ?"
                + " and recover_at is not null)",
            Boolean.class,
            id.value()));
  }

  /**
   * Removes a method.
   *
   * @param detachAt when the gateway is told, unless it has been by then
   */
  void remove(PaymentMethodId id, Instant detachAt) {
    jdbc.update(
        "update evergreen_payment_method set removed_at = ?, detach_at = ?"
            + " where id = ? and removed_at is null",
        Timestamp.from(time.now()),
        Timestamp.from(detachAt),
        id.value());
  }

  /** Removed methods whose gateways are to be told; nobody else gets them until {@code again}. */
  List<PaymentMethod> takeRemoved(Set<String> gateways, int limit, Instant now, Instant again) {
    return jdbc.query(
        "update evergreen_payment_method set detach_at = ? where id in"
            + " (select id from evergreen_payment_method where detach_at <= ? and gateway = any(?)"
            + " order by detach_at, id limit ? for update skip locked) returning *",
        (row, n) -> read(row),
        Timestamp.from(again),
        Timestamp.from(now),
        gateways.toArray(String[]::new),
        limit);
  }

  /** The gateway no longer has a removed method. */
  void detached(PaymentMethodId id) {
    jdbc.update("update evergreen_payment_method set detach_at = null where id = ?", id.value());
  }

  void change(PaymentMethodId id, MethodToKeep now) {
    jdbc.update(
        "update evergreen_payment_method set brand = ?, last_four = ?, expiry = ?, kind = ?,"
            + " fingerprint = ? where id = ?",
        now.details().brand(),
        now.details().lastFour(),
        now.details().expiry().toString(),
        now.details().kind().name(),
        now.fingerprint().orElse(null),
        id.value());
  }

  /** Blocks a method whose owner took his consent back, unless he has given it again since. */
  void withdrawn(PaymentMethodId id, String reason, Instant when) {
    jdbc.update(
        "update evergreen_payment_method set blocked_at = ?, blocked_reason = ?"
            + " where id = ? and blocked_at is null and (set_up_at is null or set_up_at <= ?)",
        Timestamp.from(time.now()),
        reason,
        id.value(),
        Timestamp.from(when));
  }

  /** Never charged again without the shopper; the first reason stays. */
  void block(PaymentMethodId id, String reason) {
    jdbc.update(
        "update evergreen_payment_method set blocked_at = ?, blocked_reason = ?"
            + " where id = ? and blocked_at is null",
        Timestamp.from(time.now()),
        reason.length() <= 64 ? reason : reason.substring(0, 64),
        id.value());
  }

  /** The shopper has confirmed a method with his bank just now. */
  void confirmedNow(PaymentMethodId id) {
    confirmed(id, time.now());
  }

  /**
   * The shopper himself has paid with a method, or confirmed it with his bank. What blocked it
   * since stays.
   *
   * @param when he did
   */
  void confirmed(PaymentMethodId id, Instant when) {
    Timestamp agreed = Timestamp.from(when);
    jdbc.update(
        "update evergreen_payment_method set set_up_at = greatest(coalesce(set_up_at, ?), ?),"
            + " blocked_reason = case when blocked_at > ? then blocked_reason end,"
            + " blocked_at = case when blocked_at > ? then blocked_at end where id = ?",
        agreed,
        agreed,
        agreed,
        agreed,
        id.value());
  }

  /** Those of the methods that must not be charged while the shopper is away. */
  List<PaymentMethodId> blocked(Collection<PaymentMethodId> ids) {
    return jdbc.query(
        "select id from evergreen_payment_method where id = any(?) and blocked_at is not null",
        (row, n) -> new PaymentMethodId(row.getLong(1)),
        keys(ids));
  }

  private static long[] keys(Collection<PaymentMethodId> ids) {
    return ids.stream().mapToLong(PaymentMethodId::value).distinct().toArray();
  }

  private List<PaymentMethod> query(String condition, Object... parameters) {
    return jdbc.query(
        "select * from evergreen_payment_method " + condition, (row, n) -> read(row), parameters);
  }

  private static PaymentMethod read(ResultSet row) throws SQLException {
    return new PaymentMethod(
        new PaymentMethodId(row.getLong("id")),
        new CustomerId(row.getString("customer_id")),
        row.getString("gateway"),
        row.getString("token"),
        new MethodDetails(
            MethodKind.valueOf(row.getString("kind")),
            row.getString("brand"),
            row.getString("last_four"),
            YearMonth.parse(row.getString("expiry"))),
        row.getTimestamp("removed_at") == null,
        row.getTimestamp("blocked_at") == null
            ? Optional.empty()
            : Optional.of(row.getString("blocked_reason")),
        row.getTimestamp("set_up_at") != null);
  }
}
