package org.evergreen.demo.seed;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The coupons of the demo: off the first order, off every payment, off three payments, expired. */
@Component
class CouponSeed {

  private final JdbcClient jdbc;
  private final ShopTime time;

  CouponSeed(JdbcClient jdbc, ShopTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  void plant() {
    plant("WELCOME10", "10% off the first order", true, 10, null, null);
    plant("FRIEND5", "5% off every payment", false, 5, null, null);
    plant("THREE20", "20% off the first three payments", false, 20, 3, null);
    plant(
        "SUMMER", "30% off the first order", true, 30, null, time.now().minus(Duration.ofDays(1)));
  }

  private void plant(
      String code, String label, boolean firstOrder, int percent, Integer payments, Instant end) {
    jdbc.sql(
            "insert into demo_coupon (code, label, first_order, percent, payments, valid_until)"
                + " values (:code, :label, :firstOrder, :percent, :payments, :end)")
        .param("code", code)
        .param("label", label)
        .param("firstOrder", firstOrder)
        .param("percent", BigDecimal.valueOf(percent))
        .param("payments", payments, Types.INTEGER)
        .param("end", end == null ? null : Timestamp.from(end), Types.TIMESTAMP)
        .update();
  }
}
