package org.evergreen.demo.browser.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.evergreen.demo.account.DemoLogin;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.subscription.SubscriptionStatus;
import org.junit.jupiter.api.Test;

/** A renewal that is owed, and how it is paid. */
class OverdueTest extends AccountTest {

  @Test
  void declinedRenewalIsPaidWithAnotherCardThatPaysFromThenOn() {
    subscriber(onAPhone(), SandboxCard.DECLINES_RENEWALS, "Monthly delivery", "house-blend-beans");
    atADesk().signIn(DemoLogin.MERCHANT).moveClock("+1 month");
    assertEquals(SubscriptionStatus.PAST_DUE, subscription().status());

    open("").follow("^Pay .* now$").seesHeading("Pay now");
    visitor.pick("Visa ending in 9995");
    previews("is charged to Visa ending in 9995 now");
    visitor.page().locator("#evergreen-preview button").click();
    visitor.sees("does not have enough funds");
    assertEquals(SubscriptionStatus.PAST_DUE, subscription().status());

    open("pay");
    visitor.pick("Mastercard ending in 4444");
    previews("later payments are charged to Mastercard ending in 4444 too");
    confirm("Pay \\$", "Paid, thank you");
    assertEquals(SubscriptionStatus.ACTIVE, subscription().status());
    visitor.sees("Mastercard").seesNot("Your last payment was not made");
    open("pay").sees("Nothing is owed for this subscription");
  }
}
