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
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.testing.ConfirmingSandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Early renewals whose payment the shopper confirms with his bank. */
class EarlyAskedByTheBankTest {

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
    BANK.recover();
    BANK.answers(charge, true);

    BANK.comesBack(charge);
    SHOP.shop.clock().advance(Duration.ofMinutes(2));
    BANK.recover();

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
    BANK.recover();

    assertThat(early().toConfirm(id)).isEmpty();
    assertThat(SHOP.get(id).isBeingCharged()).isFalse();
    assertThat(SHOP.nextPayment(id)).isEqualTo("2026-05-01");
  }

  @Test
  void shopperDoesNotCancelWhileAnEarlyRenewalWaitsForHisBank() {
    askedEarly();
    assertThat(BANK.cancellation(id))
        .isEqualTo("An early payment waits for your bank. Confirm it or give it up first.");

    early().giveUp(id);

    assertThat(BANK.cancellation(id)).isEmpty();
    assertThat(SHOP.day(SHOP.get(id).endsAt().orElseThrow())).isEqualTo("2026-05-01");
  }

  @Test
  void earlyRenewalOfWhatTheMerchantEndsMeanwhileIsNotChargedAnyMore() {
    askedEarly();

    SHOP.shop.get(SubscriptionCommands.class).cancelNow(Seen.any(id), ChangeShop.GRACE, "");
    BANK.recover();

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
    BANK.recover();
    assertThat(early().toConfirm(id)).contains(charge);

    early().giveUp(id);

    assertThat(SHOP.day(SHOP.get(id).endsAt().orElseThrow())).isEqualTo("2026-05-01");
  }
}
