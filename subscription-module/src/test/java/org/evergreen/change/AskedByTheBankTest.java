package org.evergreen.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ShopperConfirmations;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.plan.PlanId;
import org.evergreen.renewal.EarlyQuoteResult;
import org.evergreen.renewal.EarlyRenewals;
import org.evergreen.renewal.OnDemandResult;
import org.evergreen.renewal.RenewalRecovery;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.ActionRefusedException;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.terms.PurchaseLimit;
import org.evergreen.testing.Concurrently;
import org.evergreen.testing.ConfirmingSandbox;
import org.evergreen.testing.DraftBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes and early renewals whose payment the shopper confirms with his bank. */
class AskedByTheBankTest {

  private static final ChangeShop SHOP = new ChangeShop(ConfirmingSandbox.class);

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

  private Charge asked() {
    ChangeResult result = SHOP.confirm(id, plus);
    assertThat(result).isInstanceOf(ChangeResult.ToConfirm.class);
    return ((ChangeResult.ToConfirm) result).charge();
  }

  /** Nobody is told; the shop finds out by asking. */
  private static void bankAnswers(Charge charge, boolean agreed) {
    int answered =
        SHOP.shop
            .jdbc()
            .update(
                "update evergreen_sandbox_charge set outcome = ? where reference = ?"
                    + " and outcome = 'ACTION_REQUIRED'",
                agreed ? "SUCCEEDED" : "DECLINED",
                charge.gatewayReference().orElseThrow());
    assertThat(answered).isEqualTo(1);
  }

  private static void comesBack(Charge charge) {
    SHOP.shop.get(ShopperConfirmations.class).settle(charge.id());
  }

  private static void recover() {
    SHOP.shop.get(ChangeRecovery.class).recover();
    SHOP.shop.get(RenewalRecovery.class).recover();
  }

  private String plan() {
    return SHOP.get(id).lines().get(0).planName();
  }

  private ChangeView change() {
    return SHOP.changes.of(id).get(0);
  }

  private static BigDecimal refunded() {
    return SHOP.shop
        .jdbc()
        .queryForObject(
            "select coalesce(sum(amount), 0) from evergreen_refund where state = 'SUCCEEDED'",
            BigDecimal.class);
  }

  @Test
  void changeWaitsForTheBankAndIsMadeWhenThePaymentIsConfirmed() {
    Charge charge = asked();
    recover();
    assertThat(plan()).isEqualTo("Basic");
    assertThat(SHOP.changes.toConfirm(id))
        .contains(new ChangeResult.ToConfirm(change().id(), charge));

    bankAnswers(charge, true);
    comesBack(charge);
    recover();

    assertThat(plan()).isEqualTo("Plus");
    assertThat(change().state()).isEqualTo(ChangeState.APPLIED);
    assertThat(SHOP.changes.paidBy(charge)).contains(change());
    assertThat(SHOP.changes.toConfirm(id)).isEmpty();
    assertThat(SHOP.charges()).containsExactly("CHANGE USD 5.50");
    assertThat(SHOP.placed()).containsOnlyKeys(change().id().reference());
    SHOP.booksAgree();
  }

  @Test
  void changeIsMadeOnceHoweverOftenItsPaymentIsHeardOf() {
    Charge charge = asked();
    bankAnswers(charge, true);

    Concurrently.call(
        4,
        () -> {
          comesBack(charge);
          return true;
        });
    recover();
    recover();

    assertThat(SHOP.charges()).containsExactly("CHANGE USD 5.50");
    assertThat(SHOP.placed()).hasSize(1);
    assertThat(SHOP.changes.of(id)).hasSize(1);
    SHOP.booksAgree();
  }

  @Test
  void paymentThatTheBankRefusesChangesNothingAndTheQuoteCanBeConfirmedAgain() {
    String token = SHOP.quote(id, plus).token();
    SHOP.changes.confirm(id, plus, token, ChangeShop.ADA);
    Charge charge = SHOP.changes.toConfirm(id).orElseThrow().charge();

    bankAnswers(charge, false);
    comesBack(charge);

    assertThat(plan()).isEqualTo("Basic");
    assertThat(change().state()).isEqualTo(ChangeState.REFUSED);
    SHOP.booksAgree();
    SHOP.payWith(SandboxCard.SUCCEEDS);
    assertThat(SHOP.changes.confirm(id, plus, token, ChangeShop.ADA))
        .isInstanceOf(ChangeResult.Applied.class);
  }

  @Test
  void whatIsNotConfirmedInTimeIsGivenUp() {
    asked();
    SHOP.shop.clock().advance(ShopperConfirmations.LIFE.minusMinutes(1));
    recover();
    assertThat(SHOP.changes.toConfirm(id)).isPresent();

    SHOP.shop.clock().advance(Duration.ofMinutes(1));
    recover();

    assertThat(change().state()).isEqualTo(ChangeState.REFUSED);
    assertThat(change().problem()).contains("The payment was not confirmed with the bank");
    assertThat(SHOP.charges()).isEmpty();
    SHOP.booksAgree();
  }

  @Test
  void confirmationThatNobodyToldOfIsFoundBeforeItIsGivenUp() {
    Charge charge = asked();
    bankAnswers(charge, true);

    SHOP.shop.clock().advance(ShopperConfirmations.LIFE);
    recover();

    assertThat(plan()).isEqualTo("Plus");
    assertThat(SHOP.placed()).hasSize(1);
    SHOP.booksAgree();
  }

  @Test
  void secondChangeAndOtherActionsAreRefusedUntilTheFirstIsGivenUp() {
    asked();

    assertThat(SHOP.refusal(id, new ChangeRequest.Quantity(SHOP.line(id), 2)))
        .isEqualTo("A change of this subscription is being paid; finish it or give it up first.");
    assertThat(cancellation()).contains("finish it or give it up first");

    assertThat(SHOP.changes.withdraw(id, change().id(), ChangeShop.ADA)).isTrue();
    assertThat(SHOP.changes.withdraw(id, change().id(), ChangeShop.ADA)).isFalse();
    assertThat(plan()).isEqualTo("Basic");
    assertThat(SHOP.quote(id, new ChangeRequest.Quantity(SHOP.line(id), 2)).toPay().isPositive())
        .isTrue();
    SHOP.booksAgree();
  }

  private String cancellation() {
    try {
      SHOP.shop.get(SubscriptionCommands.class).cancel(Seen.any(id), ChangeShop.ADA, "");
      return "";
    } catch (ActionRefusedException refused) {
      return refused.sentence();
    }
  }

  @Test
  void givingUpWhatWasConfirmedAtTheSameMomentMakesTheChange() {
    Charge charge = asked();
    bankAnswers(charge, true);

    assertThat(SHOP.changes.withdraw(id, change().id(), ChangeShop.ADA)).isFalse();

    assertThat(plan()).isEqualTo("Plus");
    assertThat(SHOP.placed()).hasSize(1);
    SHOP.booksAgree();
  }

  @Test
  void theSameQuoteConfirmedAgainLeadsToTheSameQuestion() {
    String token = SHOP.quote(id, plus).token();

    ChangeResult first = SHOP.changes.confirm(id, plus, token, ChangeShop.ADA);
    ChangeResult second = SHOP.changes.confirm(id, plus, token, ChangeShop.ADA);

    assertThat(second).isEqualTo(first).isInstanceOf(ChangeResult.ToConfirm.class);
  }

  @Test
  void merchantCannotConfirmForTheShopperSoThatNothingWaits() {
    assertThat(SHOP.confirm(id, plus, ChangeShop.GRACE))
        .isInstanceOf(ChangeResult.NeedsShopper.class);

    assertThat(change().state()).isEqualTo(ChangeState.REFUSED);
    SHOP.booksAgree();
  }

  @Test
  void paymentOfAChangeThatDoesNotFitAnyMoreIsPaidBackOnce() {
    Charge charge = asked();
    SHOP.shop
        .jdbc()
        .update(
            "update evergreen_subscription set next_payment_at = next_payment_at + interval '3"
                + " days', version = version + 1");
    bankAnswers(charge, true);

    comesBack(charge);
    recover();
    recover();

    assertThat(plan()).isEqualTo("Basic");
    assertThat(change().state()).isEqualTo(ChangeState.REFUSED);
    assertThat(change().problem().orElseThrow()).contains("it is paid back");
    assertThat(refunded()).isEqualByComparingTo("5.50");
    assertThat(SHOP.placed()).isEmpty();
    assertThat(notices()).containsExactly("CHANGE_REFUSED");
    SHOP.booksAgree();
  }

  @Test
  void givingUpWhatWasPaidAndIsPaidBackDoesNotSayThatNothingWasCharged() {
    Charge charge = asked();
    SHOP.shop
        .jdbc()
        .update(
            "update evergreen_subscription set next_payment_at = next_payment_at + interval '3"
                + " days', version = version + 1");
    bankAnswers(charge, true);

    assertThat(SHOP.changes.withdraw(id, change().id(), ChangeShop.ADA)).isFalse();

    recover();
    assertThat(change().state()).isEqualTo(ChangeState.REFUSED);
    assertThat(refunded()).isEqualByComparingTo("5.50");
  }

  @Test
  void merchantReadsThatAPaymentInVainCouldNotBePaidBack() {
    Charge charge = asked();
    SHOP.shop
        .jdbc()
        .update(
            "update evergreen_subscription set next_payment_at = next_payment_at + interval '3"
                + " days', version = version + 1");
    SHOP.shop
        .jdbc()
        .update(
            "update evergreen_sandbox_charge set method_token = ?",
            SandboxCard.REFUSES_REFUNDS.token());
    bankAnswers(charge, true);
    comesBack(charge);

    recover();
    recover();

    assertThat(change().state()).isEqualTo(ChangeState.REFUSED);
    assertThat(change().problem().orElseThrow())
        .startsWith(
            "It was paid too late to be made. The gateway refused to refund USD 5.50, which must be"
                + " paid back by hand. ");
    assertThat(SHOP.count("select count(*) from evergreen_refund where state = 'FAILED'"))
        .isEqualTo(1);
    assertThat(SHOP.count("select count(*) from evergreen_change where pay_back")).isZero();
  }

  private static List<String> notices() {
    return SHOP.shop
        .jdbc()
        .queryForList("select kind from evergreen_notice where kind like 'CHANGE%'", String.class);
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
    bankAnswers(forAnother, true);
    bankAnswers(forAnItem, true);

    comesBack(forAnother);
    comesBack(forAnItem);
    recover();

    assertThat(SHOP.changes.of(old).get(0).state()).isEqualTo(ChangeState.APPLIED);
    assertThat(change().state()).isEqualTo(ChangeState.REFUSED);
    assertThat(change().problem())
        .contains(
            "You already have a subscription to Tea, and can have one only. The payment is paid"
                + " back");
    assertThat(SHOP.get(id).lines()).hasSize(1);
    assertThat(refunded()).isEqualByComparingTo(forAnItem.amount().getAmount());
    SHOP.booksAgree();
  }

  private static EarlyRenewals early() {
    return SHOP.shop.get(EarlyRenewals.class);
  }

  private Charge askedEarly() {
    String token = ((EarlyQuoteResult.Quoted) early().quote(id, ChangeShop.ADA)).quote().token();
    assertThat(early().renew(id, token, ChangeShop.ADA))
        .isEqualTo(new OnDemandResult.NeedsShopper());
    assertThat(early().renew(id, token, ChangeShop.ADA))
        .isEqualTo(new OnDemandResult.NeedsShopper());
    return early().toConfirm(id).orElseThrow();
  }

  @Test
  void earlyRenewalIsMadeWhenItsPaymentIsConfirmed() {
    Charge charge = askedEarly();
    recover();
    bankAnswers(charge, true);

    comesBack(charge);
    SHOP.shop.clock().advance(Duration.ofMinutes(2));
    recover();

    assertThat(SHOP.nextPayment(id)).isEqualTo("2026-06-01");
    assertThat(SHOP.get(id).isBeingCharged()).isFalse();
    assertThat(early().toConfirm(id)).isEmpty();
    assertThat(SHOP.charges()).containsExactly("RENEWAL USD 11.00");
    assertThat(SHOP.placed()).hasSize(1);
  }

  @Test
  void earlyRenewalThatIsGivenUpOwesNothingAndIsBilledWhenItIsDue() {
    askedEarly();
    assertThat(SHOP.refusal(id, plus)).contains("under way");

    assertThat(early().giveUp(id)).isTrue();

    assertThat(early().giveUp(id)).isFalse();
    assertThat(SHOP.nextPayment(id)).isEqualTo("2026-05-01");
    SHOP.payWith(SandboxCard.SUCCEEDS);
    SHOP.renewsOn("2026-05-01");
    assertThat(SHOP.charges()).containsExactly("RENEWAL USD 11.00");
  }

  @Test
  void earlyRenewalThatIsNotConfirmedInTimeIsGivenUp() {
    askedEarly();

    SHOP.shop.clock().advance(ShopperConfirmations.LIFE);
    recover();

    assertThat(early().toConfirm(id)).isEmpty();
    assertThat(SHOP.get(id).isBeingCharged()).isFalse();
    assertThat(SHOP.nextPayment(id)).isEqualTo("2026-05-01");
  }

  @Test
  void shopperDoesNotCancelWhileAnEarlyRenewalWaitsForHisBankAndSoKeepsToHisNotice() {
    askedEarly();
    assertThat(cancellation())
        .isEqualTo("An early payment waits for your bank. Confirm it or give it up first.");

    early().giveUp(id);

    assertThat(cancellation()).isEmpty();
    assertThat(SHOP.day(SHOP.get(id).endsAt().orElseThrow())).isEqualTo("2026-05-01");
  }

  @Test
  void earlyRenewalOfWhatTheMerchantEndsMeanwhileIsNotChargedAnyMore() {
    askedEarly();

    SHOP.shop.get(SubscriptionCommands.class).cancelNow(Seen.any(id), ChangeShop.GRACE, "");
    recover();

    assertThat(early().toConfirm(id)).isEmpty();
    assertThat(
            SHOP.count(
                "select count(*) from evergreen_sandbox_charge where outcome = 'ACTION_REQUIRED'"))
        .isZero();
    assertThat(SHOP.count("select count(*) from evergreen_charge where state = 'CANCELED'"))
        .isEqualTo(1);
    assertThat(SHOP.get(id).nextPaymentAt()).isEmpty();
    assertThat(SHOP.charges()).isEmpty();
    SHOP.booksAgree();
  }

  @Test
  void earlyRenewalWaitsOnWhenTheMerchantEndsTheSubscriptionWithItsTerm() {
    Charge charge = askedEarly();
    SHOP.shop.get(SubscriptionCommands.class).cancel(Seen.any(id), ChangeShop.GRACE, "");
    recover();
    assertThat(early().toConfirm(id)).contains(charge);

    early().giveUp(id);

    assertThat(SHOP.day(SHOP.get(id).endsAt().orElseThrow())).isEqualTo("2026-05-01");
  }
}
