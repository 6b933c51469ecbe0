package org.evergreen.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ShopperConfirmations;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.renewal.EarlyQuoteResult;
import org.evergreen.renewal.EarlyRenewals;
import org.evergreen.renewal.OnDemandResult;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SubscriptionCommands;
import org.junit.jupiter.api.Test;

/** Early renewals whose payment the shopper confirms with his bank. */
class EarlyAskedByTheBankTest extends AskedAda {

  private static EarlyRenewals early() {
    return shop.shop.get(EarlyRenewals.class);
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
    bank.recover();
    bank.answers(charge, true);

    bank.comesBack(charge);
    shop.shop.clock().advance(Duration.ofMinutes(2));
    bank.recover();

    assertThat(shop.nextPayment(id)).isEqualTo("2026-06-01");
    assertThat(shop.get(id).isBeingCharged()).isFalse();
    assertThat(early().toConfirm(id)).isEmpty();
    assertThat(shop.charges()).containsExactly("RENEWAL USD 11.00");
    assertThat(shop.placed()).hasSize(1);
  }

  @Test
  void earlyRenewalThatIsGivenUpOwesNothingAndIsBilledWhenItIsDue() {
    askedEarly();
    assertThat(shop.refusal(id, plus)).contains("under way");

    assertThat(early().giveUp(id)).isTrue();

    assertThat(early().giveUp(id)).isFalse();
    assertThat(shop.nextPayment(id)).isEqualTo("2026-05-01");
    shop.payWith(SandboxCard.SUCCEEDS);
    shop.renewsOn("2026-05-01");
    assertThat(shop.charges()).containsExactly("RENEWAL USD 11.00");
  }

  @Test
  void earlyRenewalThatIsNotConfirmedInTimeIsGivenUp() {
    askedEarly();

    shop.shop.clock().advance(ShopperConfirmations.LIFE);
    bank.recover();

    assertThat(early().toConfirm(id)).isEmpty();
    assertThat(shop.get(id).isBeingCharged()).isFalse();
    assertThat(shop.nextPayment(id)).isEqualTo("2026-05-01");
  }

  @Test
  void shopperDoesNotCancelWhileAnEarlyRenewalWaitsForHisBank() {
    askedEarly();
    assertThat(bank.cancellation(id))
        .isEqualTo("An early payment waits for your bank. Confirm it or give it up first.");

    early().giveUp(id);

    assertThat(bank.cancellation(id)).isEmpty();
    assertThat(shop.day(shop.get(id).endsAt().orElseThrow())).isEqualTo("2026-05-01");
  }

  @Test
  void earlyRenewalOfWhatTheMerchantEndsMeanwhileIsNotChargedAnyMore() {
    askedEarly();

    shop.shop.get(SubscriptionCommands.class).cancelNow(Seen.any(id), ChangeShop.GRACE, "");
    bank.recover();

    assertThat(early().toConfirm(id)).isEmpty();
    assertThat(
            shop.count(
                "select count(*) from evergreen_sandbox_charge where outcome = 'ACTION_REQUIRED'"))
        .isZero();
    assertThat(shop.count("select count(*) from evergreen_charge where state = 'CANCELED'"))
        .isEqualTo(1);
    assertThat(shop.get(id).nextPaymentAt()).isEmpty();
    assertThat(shop.charges()).isEmpty();
    shop.booksAgree();
  }

  @Test
  void earlyRenewalWaitsOnWhenTheMerchantEndsTheSubscriptionWithItsTerm() {
    Charge charge = askedEarly();
    shop.shop.get(SubscriptionCommands.class).cancel(Seen.any(id), ChangeShop.GRACE, "");
    bank.recover();
    assertThat(early().toConfirm(id)).contains(charge);

    early().giveUp(id);

    assertThat(shop.day(shop.get(id).endsAt().orElseThrow())).isEqualTo("2026-05-01");
  }
}
