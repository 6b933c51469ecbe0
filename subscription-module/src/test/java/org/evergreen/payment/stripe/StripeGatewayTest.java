package org.evergreen.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.usd;

import java.time.Duration;
import java.util.Map;
import org.evergreen.payment.ChargeOutcome;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.ChargeRequest;
import org.evergreen.payment.Decline;
import org.evergreen.payment.DeclineClass;
import org.evergreen.payment.GatewayCharge;
import org.evergreen.payment.IdempotencyKey;
import org.evergreen.payment.LookUp;
import org.evergreen.payment.RefundOutcome;
import org.evergreen.payment.RefundRequest;
import org.evergreen.payment.stripe.wire.BookedIntent;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is particular to Stripe; the rest is in the contract of all gateways. */
class StripeGatewayTest {

  private static final StripeTestShop SHOP = new StripeTestShop();

  @BeforeEach
  void empty() {
    SHOP.empty();
  }

  @AfterEach
  void stripeUnderstoodEverything() {
    assertThat(SHOP.stripe().violations()).isEmpty();
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  private static Decline decline(ChargeOutcome outcome) {
    return ((ChargeOutcome.Declined) outcome).decline();
  }

  private static ChargeRequest charge(Money amount, String token) {
    return new ChargeRequest(
        new IdempotencyKey("renewal-1-1"), amount, token, "Coffee", Map.of("purpose", "RENEWAL"));
  }

  @Test
  void booksAtStripeHaveAmountCurrencyAndKey() {
    SHOP.gateway().charge(SHOP.renewal(TestMethod.VISA));

    BookedIntent booked = SHOP.account().intents().get(0);
    assertThat(booked.amount()).isEqualTo(990);
    assertThat(booked.received()).isEqualTo(990);
    assertThat(booked.currency()).isEqualTo("usd");
    assertThat(booked.key()).isEqualTo("renewal-1-1");
  }

  @Test
  void shopsThatShareAnAccountDoNotShareKeys() {
    ChargeRequest ours = SHOP.renewal(TestMethod.VISA);
    ChargeRequest theirs = SHOP.renewal(TestMethod.VISA);

    ChargeOutcome first = SHOP.gateway().charge(ours);
    ChargeOutcome second = SHOP.gateway().charge(theirs);

    assertThat(ours.key()).isEqualTo(theirs.key());
    assertThat(first).isNotEqualTo(second);
    assertThat(SHOP.found(ours)).isEqualTo(first);
    assertThat(SHOP.found(theirs)).isEqualTo(second);
  }

  @Test
  void declineKeepsAllCodes() {
    ChargeOutcome outcome = SHOP.gateway().charge(SHOP.renewal(TestMethod.NOT_ENOUGH_FUNDS));

    assertThat(decline(outcome).codes())
        .isEqualTo(
            new Decline.Codes(
                "card_declined", "insufficient_funds", "try_again_later", "24", "51"));
    assertThat(SHOP.gateway().waitAfter(decline(outcome))).contains(Duration.ofHours(1));
  }

  @Test
  void cardThatTheNetworkForbidsIsNeverTriedAgain() {
    ChargeOutcome outcome = SHOP.gateway().charge(SHOP.renewal(TestMethod.NETWORK_SAYS_NEVER));

    assertThat(decline(outcome).declineClass()).isEqualTo(DeclineClass.NEVER_AGAIN);
  }

  @Test
  void shopperWhoIsPresentIsAskedAtOnce() {
    String token = SHOP.account().customerWith(TestMethod.AUTHENTICATES_ALWAYS);

    ChargeOutcome outcome =
        SHOP.gateway()
            .charge(StripeTestShop.request("checkout-1-1", token, ChargePurpose.CHECKOUT));

    assertThat(outcome).isInstanceOf(ChargeOutcome.ActionRequired.class);
    assertThat(SHOP.account().intents().get(0).status()).isEqualTo("requires_action");
  }

  @Test
  void shopperWhoConfirmsHasPaid() {
    ChargeRequest request = SHOP.renewal(TestMethod.AUTHENTICATES_ALWAYS);
    String intent = SHOP.gateway().charge(request).reference().orElseThrow();

    SHOP.account().shopperConfirms(intent);

    assertThat(SHOP.found(request)).isEqualTo(new ChargeOutcome.Succeeded(intent));
    assertThat(SHOP.gateway().cancel(new GatewayCharge(request.key(), intent)))
        .isEqualTo(new LookUp.Found(new ChargeOutcome.Succeeded(intent)));
  }

  @Test
  void paymentThatFailsAfterConfirmingIsOverForGood() {
    ChargeRequest request = SHOP.renewal(TestMethod.AUTHENTICATES_ALWAYS);
    String intent = SHOP.gateway().charge(request).reference().orElseThrow();

    SHOP.account().shopperConfirmsInVain(intent, TestMethod.NOT_ENOUGH_FUNDS);

    assertThat(SHOP.found(request)).isInstanceOf(ChargeOutcome.Declined.class);
    assertThat(SHOP.account().intents().get(0).status()).isEqualTo("canceled");
    assertThat(SHOP.found(request)).isInstanceOf(ChargeOutcome.Declined.class);
  }

  @Test
  void bankDebitArrivesOrComesBackDaysLater() {
    ChargeRequest first = StripeTestShop.renewal("renewal-1-1", sepa());
    ChargeRequest second = StripeTestShop.renewal("renewal-2-1", sepa());
    SHOP.account().debitArrives(SHOP.gateway().charge(first).reference().orElseThrow());
    SHOP.account()
        .debitComesBack(
            SHOP.gateway().charge(second).reference().orElseThrow(), "debit_not_authorized");

    assertThat(SHOP.found(first)).isInstanceOf(ChargeOutcome.Succeeded.class);
    assertThat(decline(SHOP.found(second)).declineClass()).isEqualTo(DeclineClass.NEVER_AGAIN);
  }

  private static String sepa() {
    return SHOP.account().customerWith(TestMethod.SEPA);
  }

  @Test
  void refundOfABankDebitIsPending() {
    ChargeRequest request = StripeTestShop.renewal("renewal-1-1", sepa());
    String intent = SHOP.gateway().charge(request).reference().orElseThrow();
    SHOP.account().debitArrives(intent);
    RefundRequest refund =
        new RefundRequest(
            new IdempotencyKey("refund-1"),
            new GatewayCharge(request.key(), intent),
            usd("1.00"),
            "Returned");

    assertThat(SHOP.gateway().refund(refund)).isInstanceOf(RefundOutcome.Pending.class);
  }

  @Test
  void chargeIsFoundAmongMoreThanAPageOfLaterOnes() {
    String token = SHOP.account().customerWith(TestMethod.VISA);
    ChargeRequest first = StripeTestShop.renewal("renewal-0-1", token);
    ChargeOutcome outcome = SHOP.gateway().charge(first);
    for (int i = 1; i <= 101; i++) {
      SHOP.gateway().charge(StripeTestShop.renewal("renewal-" + i + "-1", token));
    }

    assertThat(SHOP.found(first)).isEqualTo(outcome);
  }

  @Test
  void searchByKeyAloneLagsBehind() {
    ChargeRequest request = SHOP.renewal(TestMethod.VISA);
    ChargeOutcome outcome = SHOP.gateway().charge(request);

    SHOP.account().searchLags(true);
    assertThat(SHOP.gateway().lookUp(request.key())).isInstanceOf(LookUp.NotFound.class);
    assertThat(SHOP.lookUp(request)).isEqualTo(new LookUp.Found(outcome));
    SHOP.account().searchLags(false);
    assertThat(SHOP.gateway().lookUp(request.key())).isEqualTo(new LookUp.Found(outcome));
  }

  @Test
  void amountAboveStripesMostIsOurFault() {
    String token = SHOP.account().customerWith(TestMethod.VISA);

    ChargeOutcome outcome = SHOP.gateway().charge(charge(usd("1000000.00"), token));

    assertThat(decline(outcome).declineClass()).isEqualTo(DeclineClass.OUR_FAULT);
    assertThat(SHOP.account().intents()).isEmpty();
  }

  @Test
  void amountThatStripeCannotChargeExactlyIsNotAskedFor() {
    String token = SHOP.account().customerWith(TestMethod.VISA);

    ChargeOutcome outcome = SHOP.gateway().charge(charge(Money.parse("KWD 5.124"), token));

    assertThat(decline(outcome).declineClass()).isEqualTo(DeclineClass.OUR_FAULT);
    assertThat(SHOP.stripe().requests()).isEmpty();
  }

  @Test
  void methodThatIsGoneAtStripeNeedsANewOne() {
    String customer = MethodToken.parse(SHOP.account().customerWith(TestMethod.VISA)).customer();

    ChargeOutcome outcome =
        SHOP.gateway().charge(StripeTestShop.renewal("renewal-1-1", customer + ":pm_gone"));

    assertThat(decline(outcome).declineClass()).isEqualTo(DeclineClass.NEEDS_NEW_METHOD);
  }

  @Test
  void customerThatIsGoneAtStripeIsOurFault() {
    ChargeOutcome outcome =
        SHOP.gateway().charge(StripeTestShop.renewal("renewal-1-1", "cus_gone:pm_card_visa"));

    assertThat(decline(outcome).declineClass()).isEqualTo(DeclineClass.OUR_FAULT);
  }
}
