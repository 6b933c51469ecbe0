package org.evergreen.demo.browser.stripe;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.demo.testing.StripeStore.STRIPE;

import org.evergreen.demo.browser.Visitor;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeState;
import org.evergreen.renewal.ConfirmLinks;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.subscription.SubscriptionStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Replacing a card, confirming a renewal with the bank, storing and removing cards. */
class CardsWithStripeTest extends StripeStoreTest {

  @Autowired private ConfirmLinks links;
  @Autowired private RenewalMonitor monitor;

  /** A membership whose trial is over and whose first payment has been tried. */
  private void renewedWith(Visitor somebody, String card, boolean asked) {
    atTheCheckout(somebody, "circle-membership", "Member, monthly");
    enters(card);
    visitor.press("Place order");
    if (asked) {
      bank("complete");
    }
    visitor.seesHeading("Thank you for your order");
    aMonthLater();
    assertThat(subscription().status()).isEqualTo(SubscriptionStatus.PAST_DUE);
  }

  private Charge charge() {
    return monitor.ofSubscription(subscription().id()).get(0).charges().get(0);
  }

  @Test
  void anotherCardPaysAtOnceWhatIsOwed() {
    renewedWith(onAPhone(), DECLINES_CHARGES, false);
    visitor.open("/account/subscriptions/" + subscription().id()).follow("Replace the card");
    visitor.pick("A new card");
    enters(GOOD);
    assertThat(page().locator("#evergreen-preview")).containsText("is charged to it at once");
    visitor.press("Use this payment method");

    seesAlert("Visa ending in 4242 pays this subscription from now on. The ");
    assertThat(subscription().status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void aRenewalIsConfirmedByALinkWithoutSigningIn() {
    renewedWith(atADesk(), ASKS_ALWAYS, true);
    assertThat(charge().state()).isEqualTo(ChargeState.ACTION_REQUIRED);

    Visitor reader = onAPhone();
    reader.open(ConfirmLinks.PATH + "?token=" + links.token(charge().id()));
    reader.seesHeading("Confirm a payment with your bank").sees("Visa ending in 3184");
    reader.press("Confirm with your bank");
    reader.page().locator("button[data-bank=complete]").click();

    reader.seesHeading("Paid, thank you");
    assertThat(subscription().status()).isEqualTo(SubscriptionStatus.ACTIVE);
    reader.open(ConfirmLinks.PATH + "?token=" + links.token(charge().id()));
    reader.seesHeading("This is paid already");
  }

  @Test
  void whatTheBankRefusesStaysOwed() {
    renewedWith(atADesk(), ASKS_ALWAYS, true);
    visitor.open("/account/subscriptions/" + subscription().id()).follow("Confirm with your bank");
    visitor.press("Confirm with your bank");
    bank("fail");

    visitor.sees("Your bank did not confirm it");
    assertThat(subscription().status()).isEqualTo(SubscriptionStatus.PAST_DUE);
    visitor.follow("Sign in and pay").seesHeading("My subscriptions");
    visitor.open("/account/subscriptions/" + subscription().id() + "/pay").pick("A new card");
    enters(GOOD);
    visitor.press("^Pay \\$");
    seesAlert("Paid, thank you");
    assertThat(subscription().status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void cardsAreStoredUsedForEverythingAndRemoved() {
    atTheCheckout(onAPhone(), "circle-membership", "Member, monthly");
    enters(GOOD);
    visitor.press("Place order").seesHeading("Thank you for your order");

    visitor.open("/account/payment-methods").press("^Remove Visa");
    seesAlert("Visa ending in 4242 pays your subscription");
    enters(ANOTHER_GOOD);
    visitor.press("Store it");
    seesAlert("Mastercard ending in 4444 is stored");
    visitor.press("Pay everything with this one.*Mastercard");
    seesAlert("pays all your subscriptions from now on");
    visitor.press("^Remove Visa");
    seesAlert("Visa ending in 4242 is removed");
    assertThat(page().locator(".evergreen-methods h2")).hasCount(1);
  }

  @Test
  void onlyPagesWithTheFormLetStripeIn() {
    atTheCheckout(atADesk(), "house-blend-beans", "Monthly delivery");
    String home = page().request().get("/").headers().get("content-security-policy");
    String checkout = page().request().get("/checkout").headers().get("content-security-policy");

    assertThat(home).doesNotContain(STRIPE.url().toString());
    assertThat(checkout).startsWith(home).contains("script-src 'self' " + STRIPE.url());
  }
}
