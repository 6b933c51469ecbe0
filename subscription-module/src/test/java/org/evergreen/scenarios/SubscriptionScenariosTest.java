package org.evergreen.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.testing.Shopper.membership;
import static org.evergreen.testing.Shopper.monthly;
import static org.evergreen.testing.Shopper.yearlyMembership;

import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.ScenarioShop;
import org.evergreen.testing.Shopper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to shoppers over months. Tax is 10 %, shipping 5 dollars. */
class SubscriptionScenariosTest {

  private static final ScenarioShop SHOP = ScenarioShop.in("America/New_York");

  @AfterEach
  void theBooksAgree() {
    SHOP.booksAgree();
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  @Test
  void twoMonthlyProductsBoughtTogetherAreRenewedWithOneChargeAndOneOrder() {
    SHOP.opensOn("2026-01-31");
    Shopper ada = SHOP.shopper("ada", SandboxCard.SUCCEEDS);
    ada.buys(monthly("House Blend", "16.20"), monthly("Dark Roast", "18.00"));

    SHOP.runsUntil("2026-02-28");

    assertThat(ada.charges()).containsExactly("2026-02-28 USD 43.12");
    assertThat(ada.linesOfRenewalOrders()).containsExactly(2);
    assertThat(ada.nextPayments()).containsExactly("2026-03-31");
    assertThat(ada.mails())
        .containsExactly(
            "Your subscription to House Blend and Dark Roast has started",
            "Your renewal of House Blend and Dark Roast is paid");
    assertThat(ada.latestMail()).contains("Total: $43.12", "Next payment", "March 31, 2026");
  }

  @Test
  void subscriptionsBoughtWithSeparateOrdersOnOneDayAreRenewedTogether() {
    SHOP.opensOn("2026-01-31");
    Shopper ada = SHOP.shopper("ada", SandboxCard.SUCCEEDS);
    ada.buys(monthly("House Blend", "16.20"));
    ada.buys(monthly("Dark Roast", "18.00"));

    SHOP.runsUntil("2026-02-28");

    assertThat(ada.statuses()).containsExactly("ACTIVE", "ACTIVE");
    assertThat(ada.charges()).containsExactly("2026-02-28 USD 43.12");
    assertThat(ada.linesOfRenewalOrders()).containsExactly(2);
  }

  @Test
  void aMonthAndAYearMeetInOneChargeOnTheAnniversary() {
    SHOP.opensOn("2026-01-31");
    Shopper ada = SHOP.shopper("ada", SandboxCard.SUCCEEDS);
    ada.buys(monthly("House Blend", "10.00"), yearlyMembership("Coffee Club", "60.00"));

    SHOP.runsUntil("2027-01-31");

    assertThat(ada.charges())
        .hasSize(12)
        .startsWith(
            "2026-02-28 USD 16.50",
            "2026-03-31 USD 16.50",
            "2026-04-30 USD 16.50",
            "2026-05-31 USD 16.50")
        .endsWith("2026-12-31 USD 16.50", "2027-01-31 USD 82.50");
    assertThat(ada.linesOfRenewalOrders()).hasSize(12).endsWith(1, 2);
  }

  @Test
  void aTrialCostsNothingUntilItEnds() {
    SHOP.opensOn("2026-01-31");
    Shopper ada = SHOP.shopper("ada", SandboxCard.SUCCEEDS);
    ada.buys(membership("Coffee Club", OfferBuilder.monthly("10.00").trial(14, DAY)));

    SHOP.runsUntil("2026-02-13");
    assertThat(ada.statuses()).containsExactly("TRIALING");
    assertThat(ada.charges()).isEmpty();

    SHOP.runsUntil("2026-02-14");
    assertThat(ada.statuses()).containsExactly("ACTIVE");
    assertThat(ada.charges()).containsExactly("2026-02-14 USD 11.00");
    assertThat(ada.nextPayments()).containsExactly("2026-03-14");
  }

  @Test
  void aDeclinedCardIsToldAtTheStepsOfTheLadderAndAGoodOnePaysWhatIsOwed() {
    SHOP.opensOn("2026-01-31");
    Shopper ada = SHOP.shopper("ada", SandboxCard.INSUFFICIENT_FUNDS);
    ada.buys(membership("Coffee Club", OfferBuilder.monthly("10.00")));

    SHOP.runsUntil("2026-03-05");
    assertThat(ada.statuses()).containsExactly("PAST_DUE");
    assertThat(ada.charges()).isEmpty();
    // The default ladder tells at its first, third, fourth and last step.
    assertThat(ada.mails())
        .endsWith("Last attempt: Your payment for Coffee Club did not go through")
        .hasSize(5);

    ada.payingWith(SandboxCard.SUCCEEDS);
    SHOP.merchantRetries(ada);
    SHOP.runsUntil("2026-03-06");

    assertThat(ada.statuses()).containsExactly("ACTIVE");
    assertThat(ada.charges()).containsExactly("2026-03-05 USD 11.00");
    assertThat(ada.nextPayments()).containsExactly("2026-03-31");
    assertThat(ada.mails()).endsWith("Your renewal of Coffee Club is paid").hasSize(6);
  }

  @Test
  void aBankThatWantsToHearFromTheShopperIsToldToHim() {
    SHOP.opensOn("2026-01-31");
    Shopper ada = SHOP.shopper("ada", SandboxCard.REQUIRES_AUTHENTICATION);
    ada.buys(membership("Coffee Club", OfferBuilder.monthly("10.00")));

    SHOP.runsUntil("2026-03-05");

    assertThat(ada.charges()).isEmpty();
    assertThat(ada.mails())
        .contains("Your payment for Coffee Club needs you")
        .endsWith("Last attempt: Your payment for Coffee Club needs you")
        .hasSize(5);
  }

  @Test
  void aCancelledSubscriptionRunsToTheEndOfThePaidTermAndIsNotChargedAgain() {
    SHOP.opensOn("2026-01-31");
    Shopper ada = SHOP.shopper("ada", SandboxCard.SUCCEEDS);
    ada.buys(membership("Coffee Club", OfferBuilder.monthly("10.00")));
    SHOP.runsUntil("2026-02-10");

    ada.cancels();
    SHOP.runsUntil("2026-02-27");
    assertThat(ada.statuses()).containsExactly("PENDING_CANCEL");
    assertThat(ada.nextPayments()).containsExactly("never");
    assertThat(ada.latestMail()).contains("It stays yours until February 28, 2026");

    SHOP.runsUntil("2026-06-30");
    assertThat(ada.statuses()).containsExactly("CANCELLED");
    assertThat(ada.charges()).isEmpty();
    assertThat(ada.mails())
        .containsExactly(
            "Your subscription to Coffee Club has started",
            "Your subscription to Coffee Club is cancelled",
            "Your subscription to Coffee Club has ended");
  }

  @Test
  void aCancellationTakenBackInTimeChangesNothing() {
    SHOP.opensOn("2026-01-31");
    Shopper ada = SHOP.shopper("ada", SandboxCard.SUCCEEDS);
    ada.buys(membership("Coffee Club", OfferBuilder.monthly("10.00")));
    SHOP.runsUntil("2026-02-10");

    ada.cancels();
    SHOP.runsUntil("2026-02-20");
    ada.changesHisMind();
    SHOP.runsUntil("2026-02-28");

    assertThat(ada.statuses()).containsExactly("ACTIVE");
    assertThat(ada.charges()).containsExactly("2026-02-28 USD 11.00");
    assertThat(ada.nextPayments()).containsExactly("2026-03-31");
  }

  @Test
  void aSecondCancellationIsToldLikeTheFirst() {
    SHOP.opensOn("2026-01-31");
    Shopper ada = SHOP.shopper("ada", SandboxCard.SUCCEEDS);
    ada.buys(membership("Coffee Club", OfferBuilder.monthly("10.00")));

    ada.cancels();
    SHOP.runsUntil("2026-02-05");
    ada.changesHisMind();
    ada.cancels();
    ada.cancels();
    SHOP.runsUntil("2026-02-06");

    assertThat(ada.mails())
        .containsExactly(
            "Your subscription to Coffee Club has started",
            "Your subscription to Coffee Club is cancelled",
            "Your subscription to Coffee Club is cancelled");
  }

  @Test
  void aPlanOfThreePaymentsEndsAfterTheLastTerm() {
    SHOP.opensOn("2026-01-31");
    Shopper ada = SHOP.shopper("ada", SandboxCard.SUCCEEDS);
    ada.buys(membership("Coffee Course", OfferBuilder.monthly("10.00").payments(3)));

    SHOP.runsUntil("2026-12-31");

    assertThat(ada.charges()).containsExactly("2026-02-28 USD 11.00", "2026-03-31 USD 11.00");
    assertThat(ada.statuses()).containsExactly("EXPIRED");
    assertThat(ada.mails()).endsWith("Your subscription to Coffee Course has ended").hasSize(4);
  }

  @Test
  void anAnswerThatGotLostIsFoundOutAndNotChargedAgain() {
    SHOP.opensOn("2026-01-31");
    Shopper ada = SHOP.shopper("ada", SandboxCard.TIMES_OUT_AFTER_CHARGING);
    ada.buys(membership("Coffee Club", OfferBuilder.monthly("10.00")));

    SHOP.runsUntil("2026-03-01");

    assertThat(ada.charges()).containsExactly("2026-02-28 USD 11.00");
    assertThat(ada.linesOfRenewalOrders()).containsExactly(1);
    assertThat(ada.mails()).endsWith("Your renewal of Coffee Club is paid").hasSize(2);
  }

  @Test
  void aShopThatWasDownForMonthsChargesOnlyTheCurrentMonth() {
    SHOP.opensOn("2026-01-31");
    Shopper ada = SHOP.shopper("ada", SandboxCard.SUCCEEDS);
    ada.buys(membership("Coffee Club", OfferBuilder.monthly("10.00")));

    SHOP.isDownUntil("2026-05-15");
    SHOP.runsUntil("2026-05-16");

    assertThat(ada.charges()).containsExactly("2026-05-15 USD 11.00");
    assertThat(ada.nextPayments()).containsExactly("2026-05-31");
  }

  @Test
  void ordersThatTheHostCouldNotTakeAreBroughtToItLater() {
    SHOP.opensOn("2026-01-31");
    Shopper ada = SHOP.shopper("ada", SandboxCard.BANK_DEBIT);
    ada.buys(membership("Coffee Club", OfferBuilder.monthly("10.00")));
    SHOP.runsUntil("2026-03-02");
    SHOP.host().breakDown("The host is being updated");
    SHOP.runsUntil("2026-03-06");
    assertThat(ada.linesOfRenewalOrders()).isEmpty();

    SHOP.host().repair();
    SHOP.runsUntil("2026-03-07");

    assertThat(ada.charges()).containsExactly("2026-02-28 USD 11.00");
    assertThat(ada.linesOfRenewalOrders()).containsExactly(1);
  }
}
