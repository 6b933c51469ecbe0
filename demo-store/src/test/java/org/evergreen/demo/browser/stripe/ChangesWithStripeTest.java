package org.evergreen.demo.browser.stripe;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.evergreen.change.ChangeRecovery;
import org.evergreen.demo.browser.Visitor;
import org.evergreen.payment.Refund;
import org.evergreen.payment.RefundState;
import org.evergreen.payment.Refunds;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Changes and early renewals for which the bank asks the shopper. */
class ChangesWithStripeTest extends StripeStoreTest {

  @Autowired JdbcTemplate jdbc;
  @Autowired ChangeRecovery recovery;
  @Autowired Refunds refunds;

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
  void aChangeThatWasConfirmedInAnotherTabIsNotGivenUp() {
    subscribes(atADesk());
    asksForTwo();
    Page other = page().context().newPage();
    other.navigate(subscriptionPage() + "/give-up");

    visitor.press("Confirm with your bank");
    bank("complete");
    visitor.seesHeading("Paid, thank you");
    other.locator("main form button[type=submit]").first().click();

    assertThat(other.locator("main")).containsText("No payment waits for you any more");
    assertThat(quantity()).isEqualTo(2);
  }

  @Test
  void aChangeThatFitsNoMoreWhenTheBankConfirmsItIsPaidBackAndSaysSo() {
    subscribes(atADesk());
    asksForTwo();
    movesOn();

    visitor.press("Confirm with your bank");
    bank("complete");

    assertThat(page().locator("main"))
        .containsText("asked for was not made. The whole amount is paid back");
    assertThat(quantity()).isEqualTo(1);
    assertThat(subscription().openChange()).isEmpty();
    recovery.recover();
    assertThat(refunds.ofSubscription(subscription().id().value()))
        .extracting(Refund::state)
        .containsExactly(RefundState.SUCCEEDED);
  }

  /** Its dates are others than those that were quoted. */
  private void movesOn() {
    jdbc.update(
        "update evergreen_subscription set next_payment_at = next_payment_at + interval '3 days',"
            + " version = version + 1 where id = ?",
        subscription().id().value());
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
