package org.evergreen.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.evergreen.payment.Decline;
import org.evergreen.payment.DeclineClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclinesTest {

  private static Decline.Codes declined(String reason) {
    return new Decline.Codes("card_declined", reason, "", "", "");
  }

  private static Decline.Codes advised(String reason, String advice, String networkAdvice) {
    return new Decline.Codes("card_declined", reason, advice, networkAdvice, "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lost_card",
        "stolen_card",
        "pickup_card",
        "fraudulent",
        "account_closed",
        "invalid_account",
        "revocation_of_authorization",
        "revocation_of_all_authorizations",
        "stop_payment_order",
        "debit_not_authorized"
      })
  void lostClosedAndRevokedAreNeverTriedAgain(String reason) {
    assertThat(Declines.classOf(declined(reason))).isEqualTo(DeclineClass.NEVER_AGAIN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"expired_card", "incorrect_number", "invalid_expiry_year"})
  void outdatedDetailsNeedANewCard(String reason) {
    assertThat(Declines.classOf(declined(reason))).isEqualTo(DeclineClass.NEEDS_NEW_METHOD);
    assertThat(Declines.classOf(new Decline.Codes(reason, "", "", "", "")))
        .isEqualTo(DeclineClass.NEEDS_NEW_METHOD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insufficient_funds",
        "generic_decline",
        "do_not_honor",
        "processing_error",
        "issuer_not_available",
        "card_velocity_exceeded",
        "try_again_later",
        "a_code_of_tomorrow"
      })
  void whatMayPassIsTriedLater(String reason) {
    assertThat(Declines.classOf(declined(reason))).isEqualTo(DeclineClass.TRY_LATER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"authentication_required", "payment_intent_authentication_failure"})
  void whatTheShopperMustConfirmNeedsTheShopper(String reason) {
    assertThat(Declines.classOf(new Decline.Codes(reason, "", "", "", "")))
        .isEqualTo(DeclineClass.NEEDS_SHOPPER);
  }

  @ParameterizedTest
  @CsvSource({"03", "21"})
  void networkThatForbidsIsObeyedWhateverTheReason(String advice) {
    assertThat(Declines.classOf(advised("insufficient_funds", "try_again_later", advice)))
        .isEqualTo(DeclineClass.NEVER_AGAIN);
  }

  @Test
  void adviceDecidesWhereTheReasonDoesNot() {
    assertThat(Declines.classOf(advised("generic_decline", "do_not_try_again", "")))
        .isEqualTo(DeclineClass.NEVER_AGAIN);
    assertThat(Declines.classOf(advised("generic_decline", "confirm_card_data", "")))
        .isEqualTo(DeclineClass.NEEDS_NEW_METHOD);
    assertThat(Declines.classOf(advised("generic_decline", "", "01")))
        .isEqualTo(DeclineClass.NEEDS_NEW_METHOD);
    assertThat(Declines.classOf(advised("expired_card", "do_not_try_again", "")))
        .isEqualTo(DeclineClass.NEEDS_NEW_METHOD);
  }

  @ParameterizedTest
  @CsvSource({"24, 1", "25, 24", "26, 48", "27, 96", "28, 144", "29, 192", "30, 240"})
  void networkSaysHowLongToWait(String advice, long hours) {
    assertThat(Declines.waitOf(advised("insufficient_funds", "", advice)))
        .contains(Duration.ofHours(hours));
  }

  @Test
  void noAdviceIsNoWait() {
    assertThat(Declines.waitOf(declined("insufficient_funds"))).isEmpty();
  }

  @Test
  void allCodesAreKeptApart() {
    Decline.Codes codes =
        new Decline.Codes("card_declined", "insufficient_funds", "try_again_later", "24", "51");

    assertThat(Declines.of(codes).codes()).isEqualTo(codes);
    assertThat(Declines.of(codes).code()).isEqualTo("insufficient_funds");
    assertThat(Declines.ourFault("amount_too_large").code()).isEqualTo("amount_too_large");
  }

  @Test
  void codesFitTheirColumns() {
    String endless = "x".repeat(300);
    Decline.Codes codes = new Decline.Codes(endless, endless, endless, endless, endless);

    assertThat(codes.gatewayCode()).hasSize(64);
    assertThat(codes.networkAdviceCode()).hasSize(16);
  }

  @Test
  void shopperIsNotToldThatHisCardIsSuspected() {
    Decline lost = Declines.of(declined("lost_card"));
    Decline suspected = Declines.of(declined("fraudulent"));

    assertThat(lost.message()).isEqualTo(suspected.message()).doesNotContain("lost", "fraud");
  }
}
