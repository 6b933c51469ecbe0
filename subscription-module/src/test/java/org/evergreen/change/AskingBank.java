package org.evergreen.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ShopperConfirmations;
import org.evergreen.renewal.RenewalRecovery;
import org.evergreen.subscription.ActionRefusedException;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionId;

/** Ada's bank, which asks her to confirm payments, and what follows of its answers. */
final class AskingBank {

  private final ChangeShop shop;

  AskingBank(ChangeShop shop) {
    this.shop = shop;
  }

  /** A change whose payment waits for the bank. */
  Charge asked(SubscriptionId id, ChangeRequest request) {
    ChangeResult result = shop.confirm(id, request);
    assertThat(result).isInstanceOf(ChangeResult.ToConfirm.class);
    return ((ChangeResult.ToConfirm) result).charge();
  }

  /** Nobody is told; the shop finds out by asking. */
  void answers(Charge charge, boolean agreed) {
    int answered =
        shop.shop
            .jdbc()
            .update(
                "update evergreen_sandbox_charge set outcome = ? where reference = ?"
                    + " and outcome = 'ACTION_REQUIRED'",
                agreed ? "SUCCEEDED" : "DECLINED",
                charge.gatewayReference().orElseThrow());
    assertThat(answered).isEqualTo(1);
  }

  void comesBack(Charge charge) {
    shop.shop.get(ShopperConfirmations.class).settle(charge.id());
  }

  void recover() {
    shop.shop.get(ChangeRecovery.class).recover();
    shop.shop.get(RenewalRecovery.class).recover();
  }

  BigDecimal refunded() {
    return shop.shop
        .jdbc()
        .queryForObject(
            "select coalesce(sum(amount), 0) from evergreen_refund where state = 'SUCCEEDED'",
            BigDecimal.class);
  }

  /** Ada cancels; the sentence with which that is refused, empty when it is done. */
  String cancellation(SubscriptionId id) {
    try {
      shop.shop.get(SubscriptionCommands.class).cancel(Seen.any(id), ChangeShop.ADA, "");
      return "";
    } catch (ActionRefusedException refused) {
      return refused.sentence();
    }
  }
}
