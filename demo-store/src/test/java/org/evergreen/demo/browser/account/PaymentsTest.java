package org.evergreen.demo.browser.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.subscription.SubscriptionStatus;
import org.junit.jupiter.api.Test;

/** What pays, where it goes, renewing now, cancelling, downloads. */
class PaymentsTest extends AccountTest {

  @Test
  void cardAddressAndAutomaticRenewalAreChanged() {
    subscriber(onAPhone(), SandboxCard.SUCCEEDS, "Monthly delivery", "house-blend-beans");
    visitor.follow("Change the payment method");
    visitor.pick("Mastercard ending in 4444");
    previews("Mastercard ending in 4444 pays this subscription");
    confirm("Use this payment method", "pays this subscription from now on");

    page().locator("section[aria-labelledby=address] a").click();
    page().locator("#field-line1").fill("");
    assertThat(page().locator("#field-line1-problem")).containsText("Please enter street");
    page().locator("#field-line1").fill("5 Other Street");
    previews("5 Other Street");
    previews("Each payment");
    confirm("Send it there", "new address");

    more("Turn automatic renewal off");
    previews("waits until you pay it here");
    confirm("Turn it off", "Automatic renewal is off");
    visitor.sees("not automatic");
    open("automatic-renewal-on");
    confirm("Turn it on", "Automatic renewal is on");
  }

  @Test
  void itIsRenewedNowCancelledAndTakenBack() {
    subscriber(atADesk(), SandboxCard.SUCCEEDS, "Monthly delivery", "house-blend-beans");
    more("Renew now");
    previews("is made now and not again");
    confirm("Pay", "Paid, thank you");
    visitor.sees("Renewals").follow("Why this amount");
    visitor.seesHeading("Why this amount").sees("In all");

    open("");
    more("Cancel subscription");
    page().locator("#field-reason").fill("Too much coffee");
    confirm("Cancel subscription", "It stays active until");
    visitor.sees("Reason: Too much coffee").follow("Keep this subscription");
    previews("The cancellation is taken back");
    confirm("Keep this subscription", "It goes on as before");
  }

  @Test
  void aSecondTabOnAnOldPageIsTold() {
    subscriber(atADesk(), SandboxCard.SUCCEEDS, "Monthly delivery", "house-blend-beans");
    open("cancel");
    String seen = page().locator("input[name=seen]").inputValue();
    open("skip");
    confirm("Skip it", "is skipped");
    open("cancel");
    page().evaluate("token => document.querySelector('[name=seen]').value = token", seen);
    page().locator("#evergreen-preview button").click();
    assertThat(page().locator("[role=alert]").first()).containsText("Something has changed");
    assertEquals(SubscriptionStatus.ACTIVE, subscription().status());
  }

  @Test
  void filesAreDownloadedAndOthersSayWhyTheyWait() {
    subscriber(atADesk(), SandboxCard.SUCCEEDS, "A lesson a month", "home-roasting");
    visitor.sees("Downloads");
    var download =
        page().waitForDownload(() -> page().locator("#downloads ~ ul a").first().click());
    assertEquals("lesson-1-choosing-beans.pdf", download.suggestedFilename());
  }
}
