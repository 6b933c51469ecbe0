package org.evergreen.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ShopperConfirmations;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.testing.Concurrently;
import org.junit.jupiter.api.Test;

/** Changes whose payment the shopper confirms with his bank. */
class AskedByTheBankTest extends AskedAda {

  @Test
  void changeWaitsForTheBankAndIsMadeWhenThePaymentIsConfirmed() {
    Charge charge = bank.asked(id, plus);
    bank.recover();
    assertThat(plan()).isEqualTo("Basic");
    assertThat(shop.changes.toConfirm(id))
        .contains(new ChangeResult.ToConfirm(change().id(), charge));

    bank.answers(charge, true);
    bank.comesBack(charge);
    bank.recover();

    assertThat(plan()).isEqualTo("Plus");
    assertThat(change().state()).isEqualTo(ChangeState.APPLIED);
    assertThat(shop.changes.paidBy(charge)).contains(change());
    assertThat(shop.changes.toConfirm(id)).isEmpty();
    assertThat(shop.charges()).containsExactly("CHANGE USD 5.50");
    assertThat(shop.placed()).containsOnlyKeys(change().id().reference());
    shop.booksAgree();
  }

  @Test
  void changeIsMadeOnceHoweverOftenItsPaymentIsHeardOf() {
    Charge charge = bank.asked(id, plus);
    bank.answers(charge, true);

    Concurrently.call(
        4,
        () -> {
          bank.comesBack(charge);
          return true;
        });
    bank.recover();
    bank.recover();

    assertThat(shop.charges()).containsExactly("CHANGE USD 5.50");
    assertThat(shop.placed()).hasSize(1);
    assertThat(shop.changes.of(id)).hasSize(1);
    shop.booksAgree();
  }

  @Test
  void paymentThatTheBankRefusesChangesNothingAndTheQuoteCanBeConfirmedAgain() {
    String token = shop.quote(id, plus).token();
    shop.changes.confirm(id, plus, token, ChangeShop.ADA);
    Charge charge = shop.changes.toConfirm(id).orElseThrow().charge();

    bank.answers(charge, false);
    bank.comesBack(charge);

    assertThat(plan()).isEqualTo("Basic");
    assertThat(change().state()).isEqualTo(ChangeState.REFUSED);
    shop.booksAgree();
    shop.payWith(SandboxCard.SUCCEEDS);
    assertThat(shop.changes.confirm(id, plus, token, ChangeShop.ADA))
        .isInstanceOf(ChangeResult.Applied.class);
  }

  @Test
  void whatIsNotConfirmedInTimeIsGivenUp() {
    bank.asked(id, plus);
    shop.shop.clock().advance(ShopperConfirmations.LIFE.minusMinutes(1));
    bank.recover();
    assertThat(shop.changes.toConfirm(id)).isPresent();

    shop.shop.clock().advance(Duration.ofMinutes(1));
    bank.recover();

    assertThat(change().state()).isEqualTo(ChangeState.REFUSED);
    assertThat(change().problem()).contains("The payment was not confirmed with the bank");
    assertThat(shop.charges()).isEmpty();
    shop.booksAgree();
  }

  @Test
  void confirmationThatNobodyToldOfIsFoundBeforeItIsGivenUp() {
    Charge charge = bank.asked(id, plus);
    bank.answers(charge, true);

    shop.shop.clock().advance(ShopperConfirmations.LIFE);
    bank.recover();

    assertThat(plan()).isEqualTo("Plus");
    assertThat(shop.placed()).hasSize(1);
    shop.booksAgree();
  }

  @Test
  void secondChangeAndOtherActionsAreRefusedUntilTheFirstIsGivenUp() {
    bank.asked(id, plus);

    assertThat(shop.refusal(id, new ChangeRequest.Quantity(shop.line(id), 2)))
        .isEqualTo("A change of this subscription is being paid; finish it or give it up first.");
    assertThat(bank.cancellation(id)).contains("finish it or give it up first");

    assertThat(shop.changes.withdraw(id, change().id(), ChangeShop.ADA)).isTrue();
    assertThat(shop.changes.withdraw(id, change().id(), ChangeShop.ADA)).isFalse();
    assertThat(plan()).isEqualTo("Basic");
    assertThat(shop.quote(id, new ChangeRequest.Quantity(shop.line(id), 2)).toPay().isPositive())
        .isTrue();
    shop.booksAgree();
  }

  @Test
  void givingUpWhatWasConfirmedAtTheSameMomentMakesTheChange() {
    Charge charge = bank.asked(id, plus);
    bank.answers(charge, true);

    assertThat(shop.changes.withdraw(id, change().id(), ChangeShop.ADA)).isFalse();

    assertThat(plan()).isEqualTo("Plus");
    assertThat(shop.placed()).hasSize(1);
    shop.booksAgree();
  }

  @Test
  void theSameQuoteConfirmedAgainLeadsToTheSameQuestion() {
    String token = shop.quote(id, plus).token();

    ChangeResult first = shop.changes.confirm(id, plus, token, ChangeShop.ADA);
    ChangeResult second = shop.changes.confirm(id, plus, token, ChangeShop.ADA);

    assertThat(second).isEqualTo(first).isInstanceOf(ChangeResult.ToConfirm.class);
  }

  @Test
  void merchantCannotConfirmForTheShopperSoThatNothingWaits() {
    assertThat(shop.confirm(id, plus, ChangeShop.GRACE))
        .isInstanceOf(ChangeResult.NeedsShopper.class);

    assertThat(change().state()).isEqualTo(ChangeState.REFUSED);
    shop.booksAgree();
  }
}
