package org.evergreen.demo.coupon;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.form.Typed;
import org.evergreen.money.Percentage;
import org.evergreen.money.StoredMoney;
import org.evergreen.terms.RecurringDiscount.Reduction;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The shop's coupons. */
@Component
public class Coupons {

  private static final String CODE = "[A-Z0-9-]{1,40}";

  private final JdbcClient jdbc;
  private final ShopTime time;

  Coupons(JdbcClient jdbc, ShopTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** What there is behind a code, as it was typed. */
  public CouponAnswer find(String typed) {
    String code = Typed.line(typed).toUpperCase(Locale.ROOT);
    if (code.isEmpty()) {
      return new CouponAnswer.Refused("Please enter a coupon code.");
    }
    Optional<Coupon> coupon = byCode(code);
    if (coupon.isEmpty()) {
      return new CouponAnswer.Refused("We know no coupon with this code. Please check it.");
    }
    return isOver(coupon.get())
        ? new CouponAnswer.Refused("The coupon " + code + " has expired.")
        : new CouponAnswer.Valid(coupon.get());
  }

  /** A coupon of an order that was placed, whatever became of it since. */
  public Optional<Coupon> byCode(String code) {
    return code.matches(CODE)
        ? jdbc.sql("select * from demo_coupon where code = ?")
            .param(code)
            .query(Coupons::read)
            .optional()
        : Optional.empty();
  }

  private boolean isOver(Coupon coupon) {
    return coupon.validUntil().filter(end -> !time.now().isBefore(end)).isPresent();
  }

  private static Coupon read(ResultSet row, int number) throws SQLException {
    Reduction reduction =
        row.getBigDecimal("percent") != null
            ? new Reduction.Percent(new Percentage(row.getBigDecimal("percent")))
            : new Reduction.Amount(
                StoredMoney.of(row.getString("currency"), row.getBigDecimal("amount")));
    Integer payments = row.getObject("payments", Integer.class);
    Optional<Instant> end =
        Optional.ofNullable(row.getTimestamp("valid_until")).map(Timestamp::toInstant);
    return new Coupon(
        row.getString("code"),
        row.getString("label"),
        row.getBoolean("first_order"),
        reduction,
        payments == null ? OptionalInt.empty() : OptionalInt.of(payments),
        end);
  }
}
