package org.evergreen.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ShopperConfirmations;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.testing.Concurrently;
import org.evergreen.testing.ConfirmingSandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes whose payment the shopper confirms with his bank. */
class AskedByTheBankTest {

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

  @Test
  void changeWaitsForTheBankAndIsMadeWhenThePaymentIsConfirmed() {
    Charge charge = BANK.asked(id, plus);
    BANK.recover();
    assertThat(plan()).isEqualTo("Basic");
    assertThat(SHOP.changes.toConfirm(id))
        .contains(new ChangeResult.ToConfirm(change().id(), charge));

    BANK.answers(charge, true);
    BANK.comesBack(charge);
    BANK.recover();

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
    Charge charge = BANK.asked(id, plus);
    BANK.answers(charge, true);

    Concurrently.call(
        4,
        () -> {
          BANK.comesBack(charge);
          return true;
        });
    BANK.recover();
    BANK.recover();

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

    BANK.answers(charge, false);
    BANK.comesBack(charge);

    assertThat(plan()).isEqualTo("Basic");
    assertThat(change().state()).isEqualTo(ChangeState.REFUSED);
    SHOP.booksAgree();
    SHOP.payWith(SandboxCard.SUCCEEDS);
    assertThat(SHOP.changes.confirm(id, plus, token, ChangeShop.ADA))
        .isInstanceOf(ChangeResult.Applied.class);
  }

  @Test
  void whatIsNotConfirmedInTimeIsGivenUp() {
    BANK.asked(id, plus);
    SHOP.shop.clock().advance(ShopperConfirmations.LIFE.minusMinutes(1));
    BANK.recover();
    assertThat(SHOP.changes.toConfirm(id)).isPresent();

    SHOP.shop.clock().advance(Duration.ofMinutes(1));
    BANK.recover();

    assertThat(change().state()).isEqualTo(ChangeState.REFUSED);
    assertThat(change().problem()).contains("The payment was not confirmed with the bank");
    assertThat(SHOP.charges()).isEmpty();
    SHOP.booksAgree();
  }

  @Test
  void confirmationThatNobodyToldOfIsFoundBeforeItIsGivenUp() {
    Charge charge = BANK.asked(id, plus);
    BANK.answers(charge, true);

    SHOP.shop.clock().advance(ShopperConfirmations.LIFE);
    BANK.recover();

    assertThat(plan()).isEqualTo("Plus");
    assertThat(SHOP.placed()).hasSize(1);
    SHOP.booksAgree();
  }

  @Test
  void secondChangeAndOtherActionsAreRefusedUntilTheFirstIsGivenUp() {
    BANK.asked(id, plus);

    assertThat(SHOP.refusal(id, new ChangeRequest.Quantity(SHOP.line(id), 2)))
        .isEqualTo("A change of this subscription is being paid; finish it or give it up first.");
    assertThat(BANK.cancellation(id)).contains("finish it or give it up first");

    assertThat(SHOP.changes.withdraw(id, change().id(), ChangeShop.ADA)).isTrue();
    assertThat(SHOP.changes.withdraw(id, change().id(), ChangeShop.ADA)).isFalse();
    assertThat(plan()).isEqualTo("Basic");
    assertThat(SHOP.quote(id, new ChangeRequest.Quantity(SHOP.line(id), 2)).toPay().isPositive())
        .isTrue();
    SHOP.booksAgree();
  }

  @Test
  void givingUpWhatWasConfirmedAtTheSameMomentMakesTheChange() {
    Charge charge = BANK.asked(id, plus);
    BANK.answers(charge, true);

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
}
