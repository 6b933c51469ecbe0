package org.evergreen.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evergreen.sql.IdSequence;
import org.evergreen.storefront.CustomerId;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;

/** The payment methods that customers have stored. */
public class PaymentMethods {

  private static final String COLUMNS =
      "select id, customer_id, gateway, token, brand, last_four, expiry, removed_at"
          + " from evergreen_payment_method ";

  private final JdbcOperations jdbc;
  private final IdSequence ids;
  private final Gateways gateways;
  private final ShopTime time;

  public PaymentMethods(JdbcOperations jdbc, Gateways gateways, ShopTime time) {
    this.jdbc = jdbc;
    this.ids = new IdSequence(jdbc, "evergreen_payment_method_seq");
    this.gateways = gateways;
    this.time = time;
  }

  /**
   * Keeps the method that a shopper handed to the gateway. Storing one twice keeps one; storing a
   * removed one brings it back.
   *
   * @throws UnknownPaymentMethodException if the gateway does not know the token
   */
  public PaymentMethod store(CustomerId customer, String gatewayToken) {
    PaymentGateway gateway = gateways.forNewMethods();
    MethodToKeep method = gateway.adopt(customer, gatewayToken);
    MethodDetails details = method.details();
    jdbc.update(
        "insert into evergreen_payment_method"
            + " (id, customer_id, gateway, token, brand, last_four, expiry, created_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (customer_id, gateway, token)"
            + " do update set removed_at = null",
        ids.next(),
        customer.value(),
        gateway.name(),
        method.token(),
        details.brand(),
        details.lastFour(),
        details.expiry().toString(),
        Timestamp.from(time.now()));
    String key = "where customer_id = ? and gateway = ? and token = ?";
    return query(key, customer.value(), gateway.name(), method.token()).get(0);
  }

  /** The methods a customer may pay with, latest first. */
  public List<PaymentMethod> ofCustomer(CustomerId customer) {
    return query("where customer_id = ? and removed_at is null order by id desc", customer.value());
  }

  /** A method of this customer; empty when it is unknown, removed or somebody else's. */
  public Optional<PaymentMethod> find(CustomerId customer, PaymentMethodId id) {
    return query("where customer_id = ? and id = ?", customer.value(), id.value()).stream()
        .filter(PaymentMethod::active)
        .findFirst();
  }

  /** The methods with these ids, removed ones too. */
  public Map<PaymentMethodId, PaymentMethod> byId(Collection<PaymentMethodId> ids) {
    long[] keys = ids.stream().mapToLong(PaymentMethodId::value).distinct().toArray();
    return query("where id = any(?)", keys).stream()
        .collect(Collectors.toMap(PaymentMethod::id, Function.identity()));
  }

  private List<PaymentMethod> query(String condition, Object... parameters) {
    return jdbc.query(COLUMNS + condition, (row, n) -> read(row), parameters);
  }

  private static PaymentMethod read(ResultSet row) throws SQLException {
    return new PaymentMethod(
        new PaymentMethodId(row.getLong("id")),
        new CustomerId(row.getString("customer_id")),
        row.getString("gateway"),
        row.getString("token"),
        new MethodDetails(
            row.getString("brand"),
            row.getString("last_four"),
            YearMonth.parse(row.getString("expiry"))),
        row.getTimestamp("removed_at") == null);
  }
}
