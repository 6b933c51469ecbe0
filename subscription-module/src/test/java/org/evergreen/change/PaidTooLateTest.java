package org.evergreen.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evergreen.payment.Charge;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.plan.PlanId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.terms.PurchaseLimit;
import org.evergreen.testing.DraftBuilder;
import org.junit.jupiter.api.Test;

/** Changes that are not possible any more when the bank agrees to their payment. */
class PaidTooLateTest extends AskedAda {

  private static List<String> notices() {
    return shop.shop
        .jdbc()
        .queryForList("select kind from evergreen_notice where kind like 'CHANGE%'", String.class);
  }

  /** Its dates are others than those of the quote. */
  private static void movesOn() {
    shop.shop
        .jdbc()
        .update(
            "update evergreen_subscription set next_payment_at = next_payment_at + interval '3"
                + " days', version = version + 1");
  }

  @Test
  void paymentOfAChangeThatDoesNotFitAnyMoreIsPaidBackOnce() {
    Charge charge = bank.asked(id, plus);
    movesOn();
    bank.answers(charge, true);

    bank.comesBack(charge);
    bank.recover();
    bank.recover();

    assertThat(plan()).isEqualTo("Basic");
    assertThat(change().state()).isEqualTo(ChangeState.REFUSED);
    assertThat(change().problem().orElseThrow()).contains("it is paid back");
    assertThat(bank.refunded()).isEqualByComparingTo("5.50");
    assertThat(shop.placed()).isEmpty();
    assertThat(notices()).containsExactly("CHANGE_REFUSED");
    shop.booksAgree();
  }

  @Test
  void givingUpWhatWasPaidAndIsPaidBackDoesNotSayThatNothingWasCharged() {
    Charge charge = bank.asked(id, plus);
    movesOn();
    bank.answers(charge, true);

    assertThat(shop.changes.withdraw(id, change().id(), ChangeShop.ADA)).isFalse();

    bank.recover();
    assertThat(change().state()).isEqualTo(ChangeState.REFUSED);
    assertThat(bank.refunded()).isEqualByComparingTo("5.50");
  }

  @Test
  void merchantReadsThatAPaymentInVainCouldNotBePaidBack() {
    Charge charge = bank.asked(id, plus);
    movesOn();
    shop.shop
        .jdbc()
        .update(
            "update evergreen_sandbox_charge set method_token = ?",
            SandboxCard.REFUSES_REFUNDS.token());
    bank.answers(charge, true);
    bank.comesBack(charge);

    bank.recover();
    bank.recover();

    assertThat(change().state()).isEqualTo(ChangeState.REFUSED);
    assertThat(change().problem().orElseThrow())
        .startsWith(
            "It was paid too late to be made. The gateway refused to refund USD 5.50, which must be"
                + " paid back by hand. ");
    assertThat(shop.count("select count(*) from evergreen_refund where state = 'FAILED'"))
        .isEqualTo(1);
    assertThat(shop.count("select count(*) from evergreen_change where pay_back")).isZero();
  }

  @Test
  void purchaseLimitHoldsWhenTheBankAgreesAndTheShopperHasAnotherOneByThen() {
    Sku tea = shop.shop.storefront().product("Tea", ProductKind.VIRTUAL, "10.00");
    PlanId single = shop.plan(DraftBuilder.plan("One").limit(PurchaseLimit.ONE_ACTIVE), "10.00");
    SubscriptionId old = shop.buys(tea, 1, single);
    shop.shop.get(SubscriptionCommands.class).cancelNow(Seen.any(old), ChangeShop.GRACE, "");
    ChangeResult again = shop.confirm(old, new ChangeRequest.Resubscribe());
    ChangeResult added = shop.confirm(id, new ChangeRequest.AddItem(tea.id(), single, 1));
    Charge forAnother = ((ChangeResult.ToConfirm) again).charge();
    Charge forAnItem = ((ChangeResult.ToConfirm) added).charge();
    bank.answers(forAnother, true);
    bank.answers(forAnItem, true);

    bank.comesBack(forAnother);
    bank.comesBack(forAnItem);
    bank.recover();

    assertThat(shop.changes.of(old).get(0).state()).isEqualTo(ChangeState.APPLIED);
    assertThat(change().state()).isEqualTo(ChangeState.REFUSED);
    assertThat(change().problem())
        .contains(
            "You already have a subscription to Tea, and can have one only. The payment is paid"
                + " back");
    assertThat(shop.get(id).lines()).hasSize(1);
    assertThat(bank.refunded()).isEqualByComparingTo(forAnItem.amount().getAmount());
    shop.booksAgree();
  }
}
