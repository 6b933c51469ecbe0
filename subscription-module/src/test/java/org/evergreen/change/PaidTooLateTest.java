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
import org.evergreen.testing.ConfirmingSandbox;
import org.evergreen.testing.DraftBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes that are not possible any more when the bank agrees to their payment. */
class PaidTooLateTest {

  private static final ChangeShop SHOP = new ChangeShop(ConfirmingSandbox.class);
  private static final AskingBank BANK = new AskingBank(SHOP);

  private SubscriptionId id;
  private ChangeRequest plus;

  @BeforeEach
  void adaPaysWithACardWhoseBankAsks() {
    SHOP.reset();
    id = SHOP.buys(SHOP.club, 1, SHOP.basic);
    plus = new ChangeRequest.SwitchPlan(SHOP.line(id), SHOP.plus);
    SHOP.payWith(SandboxCard.REQUIRES_AUTHENTICATION);
    SHOP.on("2026-04-16");
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  private String plan() {
    return SHOP.get(id).lines().get(0).planName();
  }

  private ChangeView change() {
    return SHOP.changes.of(id).get(0);
  }

  private static List<String> notices() {
    return SHOP.shop
        .jdbc()
        .queryForList("select kind from evergreen_notice where kind like 'CHANGE%'", String.class);
  }

  /** Its dates are others than those of the quote. */
  private static void movesOn() {
    SHOP.shop
        .jdbc()
        .update(
            "update evergreen_subscription set next_payment_at = next_payment_at + interval '3"
                + " days', version = version + 1");
  }

  @Test
  void paymentOfAChangeThatDoesNotFitAnyMoreIsPaidBackOnce() {
    Charge charge = BANK.asked(id, plus);
    movesOn();
    BANK.answers(charge, true);

    BANK.comesBack(charge);
    BANK.recover();
    BANK.recover();

    assertThat(plan()).isEqualTo("Basic");
    assertThat(change().state()).isEqualTo(ChangeState.REFUSED);
    assertThat(change().problem().orElseThrow()).contains("it is paid back");
    assertThat(BANK.refunded()).isEqualByComparingTo("5.50");
    assertThat(SHOP.placed()).isEmpty();
    assertThat(notices()).containsExactly("CHANGE_REFUSED");
    SHOP.booksAgree();
  }

  @Test
  void givingUpWhatWasPaidAndIsPaidBackDoesNotSayThatNothingWasCharged() {
    Charge charge = BANK.asked(id, plus);
    movesOn();
    BANK.answers(charge, true);

    assertThat(SHOP.changes.withdraw(id, change().id(), ChangeShop.ADA)).isFalse();

    BANK.recover();
    assertThat(change().state()).isEqualTo(ChangeState.REFUSED);
    assertThat(BANK.refunded()).isEqualByComparingTo("5.50");
  }

  @Test
  void merchantReadsThatAPaymentInVainCouldNotBePaidBack() {
    Charge charge = BANK.asked(id, plus);
    movesOn();
    SHOP.shop
        .jdbc()
        .update(
            "update evergreen_sandbox_charge set method_token = ?",
            SandboxCard.REFUSES_REFUNDS.token());
    BANK.answers(charge, true);
    BANK.comesBack(charge);

    BANK.recover();
    BANK.recover();

    assertThat(change().state()).isEqualTo(ChangeState.REFUSED);
    assertThat(change().problem().orElseThrow())
        .startsWith(
            "It was paid too late to be made. The gateway refused to refund USD 5.50, which must be"
                + " paid back by hand. ");
    assertThat(SHOP.count("select count(*) from evergreen_refund where state = 'FAILED'"))
        .isEqualTo(1);
    assertThat(SHOP.count("select count(*) from evergreen_change where pay_back")).isZero();
  }

  @Test
  void purchaseLimitHoldsWhenTheBankAgreesAndTheShopperHasAnotherOneByThen() {
    Sku tea = SHOP.shop.storefront().product("Tea", ProductKind.VIRTUAL, "10.00");
    PlanId single = SHOP.plan(DraftBuilder.plan("One").limit(PurchaseLimit.ONE_ACTIVE), "10.00");
    SubscriptionId old = SHOP.buys(tea, 1, single);
    SHOP.shop.get(SubscriptionCommands.class).cancelNow(Seen.any(old), ChangeShop.GRACE, "");
    ChangeResult again = SHOP.confirm(old, new ChangeRequest.Resubscribe());
    ChangeResult added = SHOP.confirm(id, new ChangeRequest.AddItem(tea.id(), single, 1));
    Charge forAnother = ((ChangeResult.ToConfirm) again).charge();
    Charge forAnItem = ((ChangeResult.ToConfirm) added).charge();
    BANK.answers(forAnother, true);
    BANK.answers(forAnItem, true);

    BANK.comesBack(forAnother);
    BANK.comesBack(forAnItem);
    BANK.recover();

    assertThat(SHOP.changes.of(old).get(0).state()).isEqualTo(ChangeState.APPLIED);
    assertThat(change().state()).isEqualTo(ChangeState.REFUSED);
    assertThat(change().problem())
        .contains(
            "You already have a subscription to Tea, and can have one only. The payment is paid"
                + " back");
    assertThat(SHOP.get(id).lines()).hasSize(1);
    assertThat(BANK.refunded()).isEqualByComparingTo(forAnItem.amount().getAmount());
    SHOP.booksAgree();
  }
}
