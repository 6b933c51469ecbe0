package org.evergreen.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.evergreen.payment.RefundRecovery;
import org.evergreen.payment.stripe.wire.BookedRefund;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Refunds to a bank account, which take days. */
class DebitRefundNewsTest extends NewsTest {

  @BeforeEach
  void paidRenewal() {
    shop.subscribe("ada", TestMethod.US_BANK_ACCOUNT);
    shop.renewalsAreDue();
    shop.account().debitArrives(shop.intent().id());
    shop.deliverAndProcess();
    assertThat(shop.charges("ada")).containsExactly("SUCCEEDED");
  }

  private static List<String> refunds() {
    return shop.books().stream().filter(line -> line.contains(" refund ")).toList();
  }

  private static void recoverForADay() {
    for (int i = 0; i < 5; i++) {
      shop.shop().clock().advance(Duration.ofHours(6));
      shop.get(RefundRecovery.class).recover();
    }
  }

  @Test
  void refundInTheDashboardThatTakesDaysIsNotMadeOnceMore() {
    shop.account().refundedInDashboard(shop.intent().id(), 400);
    shop.deliverAndProcess();
    assertThat(refunds()).containsExactly("ada refund PENDING 4.0000");

    recoverForADay();

    assertThat(shop.account().refunds()).extracting(BookedRefund::amount).containsExactly(400L);
    assertThat(refunds()).containsExactly("ada refund PENDING 4.0000");
  }

  @Test
  void refundInTheDashboardThatComesBackIsFoundWithoutNewsOfIt() {
    String refund = shop.account().refundedInDashboard(shop.intent().id(), 1089);
    shop.deliverAndProcess();
    shop.account().refundComesBack(refund);

    recoverForADay();

    assertThat(refunds()).containsExactly("ada refund FAILED 10.8900");
    assertThat(shop.account().refunds()).hasSize(1);
  }
}
