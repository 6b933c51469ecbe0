package org.evergreen.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.evergreen.payment.Charge;
import org.evergreen.payment.Charges;
import org.evergreen.payment.IdempotencyKey;
import org.evergreen.payment.NewRefund;
import org.evergreen.payment.RefundResult;
import org.evergreen.payment.Refunds;
import org.evergreen.plan.PlanId;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes in terms of whose payment the merchant gave something back. */
class RefundedTermsTest {

  private static final ChangeShop SHOP = new ChangeShop();

  @BeforeEach
  void reset() {
    SHOP.reset();
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  private static Money usd(String amount) {
    return Money.parse("USD " + amount);
  }

  private static ChangeRequest to(SubscriptionId id, PlanId plan) {
    return new ChangeRequest.SwitchPlan(SHOP.line(id), plan);
  }

  @Test
  void whatTheMerchantRefundedWasNotPaid() {
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.basic);
    SHOP.renewsOn("2026-05-01");
    SHOP.on("2026-05-16");

    refund(id, "5.50", "Change of size", OptionalLong.of(SHOP.line(id)));

    // 5.50 with its tax are 5.00 of the price: 16 of 31 days at 20 instead of 5
    assertThat(SHOP.quote(id, to(id, SHOP.plus)).dueNow()).isEqualTo(usd("7.74"));
  }

  @Test
  void whatTheMerchantRefundedOfThePaymentAsAWholeWasNotPaid() {
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.basic);
    SHOP.renewsOn("2026-05-01");
    SHOP.on("2026-05-16");

    refund(id, "5.50", "Late parcel", OptionalLong.empty());

    assertThat(SHOP.quote(id, to(id, SHOP.plus)).dueNow()).isEqualTo(usd("7.74"));
  }

  @Test
  void refundOfAnEarlierTermsPaymentIsNoneOfTheRunningTerms() {
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.basic);
    SHOP.renewsOn("2026-05-01");
    Charge may = lastCharge();
    SHOP.renewsOn("2026-06-01");
    SHOP.on("2026-06-16");
    Money before = SHOP.quote(id, to(id, SHOP.plus)).dueNow();

    refund(may, id, "5.50", "Late parcel", OptionalLong.empty());

    assertThat(SHOP.quote(id, to(id, SHOP.plus)).dueNow()).isEqualTo(before);
  }

  @Test
  void refundOfAPaymentThatAChangeCarriedOverIsTakenOffWhatItLeft() {
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.basic);
    SHOP.renewsOn("2026-05-01");
    Charge may = lastCharge();
    SHOP.on("2026-05-11");
    SHOP.makes(id, to(id, SHOP.plus));
    SHOP.on("2026-05-16");
    Money before = SHOP.quote(id, quantity(id, 2)).dueNow();

    refund(may, id, "5.50", "Late parcel", OptionalLong.empty());

    assertThat(SHOP.quote(id, quantity(id, 2)).dueNow()).isGreaterThan(before);
  }

  @Test
  void refundBeforeAChangeIsTakenOffOnce() {
    Money withoutRefund = dueAfterAChange("0.00");
    SHOP.reset();

    // The change cost more by what was given back; from then on the term is paid for as without it,
    // but for the cent to which the change was rounded.
    assertThat(dueAfterAChange("5.50").getAmount())
        .isCloseTo(withoutRefund.getAmount(), within(new BigDecimal("0.01")));
  }

  private static Money dueAfterAChange(String refunded) {
    SubscriptionId id = SHOP.buys(SHOP.club, 1, SHOP.basic);
    SHOP.renewsOn("2026-05-01");
    SHOP.on("2026-05-06");
    if (usd(refunded).isPositive()) {
      refund(id, refunded, "Late parcel", OptionalLong.of(SHOP.line(id)));
    }
    SHOP.on("2026-05-11");
    SHOP.makes(id, to(id, SHOP.plus));
    SHOP.on("2026-05-16");
    return SHOP.quote(id, quantity(id, 2)).dueNow();
  }

  private static ChangeRequest quantity(SubscriptionId id, int quantity) {
    return new ChangeRequest.Quantity(SHOP.line(id), quantity);
  }

  private static Charge lastCharge() {
    String subject =
        SHOP.shop
            .jdbc()
            .queryForObject(
                "select subject from evergreen_charge order by id desc limit 1", String.class);
    return SHOP.shop.get(Charges.class).latest(subject).orElseThrow();
  }

  private static void refund(SubscriptionId id, String amount, String reason, OptionalLong line) {
    refund(lastCharge(), id, amount, reason, line);
  }

  private static void refund(
      Charge charge, SubscriptionId id, String amount, String reason, OptionalLong line) {
    RefundResult result =
        SHOP.shop
            .get(Refunds.class)
            .refund(
                new NewRefund(
                    new IdempotencyKey("refund-1"),
                    charge.id(),
                    usd(amount),
                    reason,
                    OptionalLong.of(id.value()),
                    line));
    assertThat(result).isInstanceOf(RefundResult.Entered.class);
  }
}
