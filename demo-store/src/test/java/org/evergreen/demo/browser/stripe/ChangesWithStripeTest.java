package org.evergreen.demo.browser.stripe;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.evergreen.demo.browser.Visitor;
import org.junit.jupiter.api.Test;

/** Changes and early renewals for which the bank asks the shopper. */
class ChangesWithStripeTest extends StripeStoreTest {

  private void subscribes(Visitor somebody) {
    atTheCheckout(somebody, "house-blend-beans", "Monthly delivery");
    enters(ASKS_ALWAYS);
    visitor.press("^Pay ");
    bank("complete");
    visitor.seesHeading("Thank you for your order");
  }

  private String subscriptionPage() {
    return "/account/subscriptions/" + subscription().id();
  }

  private int quantity() {
    return subscription().lines().get(0).quantity();
  }

  private void asksForTwo() {
    visitor.open(subscriptionPage() + "/quantity");
    page().locator("#field-quantity").fill("2");
    assertThat(page().locator("#evergreen-preview")).containsText("2 instead of 1");
    visitor.press("^Pay \\$");
    page().waitForURL("**/account/payments/confirm**");
    visitor.seesHeading("Confirm a payment with your bank");
  }

  @Test
  void aChangeIsMadeWhenTheBankHasConfirmedItsPayment() {
    subscribes(onAPhone());
    asksForTwo();
    assertThat(quantity()).isEqualTo(1);

    visitor.press("Confirm with your bank");
    bank("complete");

    visitor.seesHeading("Paid, thank you").sees("Your subscription is changed");
    assertThat(quantity()).isEqualTo(2);
    assertThat(subscription().openChange()).isEmpty();
  }

  @Test
  void aChangeThatWaitsIsShownAndCanBeGivenUp() {
    subscribes(atADesk());
    asksForTwo();

    visitor.open(subscriptionPage());
    assertThat(page().locator("main")).containsText("The change that you asked for waits for you");
    visitor.follow("Give it up");
    visitor.press("Give it up");

    seesAlert("Given up. Your subscription stays as it is");
    assertThat(quantity()).isEqualTo(1);
    assertThat(subscription().openChange()).isEmpty();
  }

  @Test
  void anEarlyRenewalIsMadeWhenTheBankHasConfirmedItsPayment() {
    subscribes(atADesk());
    visitor.open(subscriptionPage() + "/renew-now").press("^Pay \\$");
    visitor.seesHeading("Confirm a payment with your bank");
    visitor.open(subscriptionPage()).follow("Confirm with your bank");

    visitor.press("Confirm with your bank");
    bank("complete");

    visitor.seesHeading("Paid, thank you");
    assertThat(subscription().paymentsMade()).isEqualTo(2);
    assertThat(subscription().isBeingCharged()).isFalse();
  }
}
