package org.evergreen.demo.browser.stripe;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.evergreen.demo.order.OrderStatus;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.subscription.SubscriptionStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Buying with a card that is entered in Stripe's form. */
class CheckoutWithStripeTest extends StripeStoreTest {

  @Autowired private PaymentMethods methods;

  @Test
  void aCardThatWorksPaysAndIsKept() {
    atTheCheckout(atADesk(), "house-blend-beans", "Monthly delivery");
    visitor.seesNot("Sandbox");
    enters(GOOD);
    visitor.press("^Pay ").seesHeading("Thank you for your order");

    visitor.sees("Visa ending in 4242");
    assertThat(subscription().status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(methods.ofCustomer(shopper.customer())).singleElement().matches(it -> it.setUp());
  }

  @Test
  void theShopsPageCannotReadWhatIsTypedIntoStripesForm() {
    atTheCheckout(atADesk(), "house-blend-beans", "Monthly delivery");
    enters(GOOD);

    assertThat(
            page()
                .evaluate("document.querySelector('[data-evergreen-card] iframe').contentDocument"))
        .isNull();
    assertThat(page().content()).doesNotContain(GOOD);
    assertThat(page().locator("input[name=number]")).hasCount(0);
    visitor.press("^Pay ").seesHeading("Thank you for your order");
  }

  @Test
  void anIncompleteCardIsSaidAtTheForm() {
    atTheCheckout(onAPhone(), "house-blend-beans", "Monthly delivery");
    enters("4242");
    visitor.press("^Pay ");

    assertThat(page().locator("[data-evergreen-card-problem]")).containsText("incomplete");
    assertThat(orders()).isEmpty();

    enters(GOOD);
    visitor.press("^Pay ").seesHeading("Thank you for your order");
  }

  @Test
  void theBankAsksInThePageAndTheOrderIsPaid() {
    atTheCheckout(onAPhone(), "house-blend-beans", "Monthly delivery");
    enters(ASKS_ONCE);
    visitor.press("^Pay ");
    bank("complete");

    visitor.seesHeading("Thank you for your order");
    assertThat(subscription().status()).isEqualTo(SubscriptionStatus.ACTIVE);
    aMonthLater();
    assertThat(subscription().status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void whatTheBankRefusesIsPaidWithAnotherCard() {
    atTheCheckout(atADesk(), "house-blend-beans", "Monthly delivery");
    enters(ASKS_ONCE);
    visitor.press("^Pay ");
    bank("fail");
    visitor.sees("This order was not paid; nothing was charged");

    visitor.pick("A new card");
    enters(GOOD);
    visitor.press("^Pay ").seesHeading("Thank you for your order");
    assertThat(orders()).singleElement().matches(order -> order.isPaid());
    visitor.open("/account/subscriptions").seesNot("Cancelled");
  }

  @Test
  void whoeverLeavesTheBanksQuestionFindsItAgain() {
    atTheCheckout(atADesk(), "house-blend-beans", "Monthly delivery");
    enters(ASKS_ONCE);
    visitor.press("^Pay ");
    assertThat(page().locator("[data-bank=complete]")).isVisible();

    visitor.open("/orders/" + orders().get(0).number()).sees("Confirm with your bank");
    visitor.press("Rather pay with another card").sees("Pay this order");
    visitor.pick("A new card");
    enters(ANOTHER_GOOD);
    visitor.press("^Pay ").seesHeading("Thank you for your order");
    assertThat(orders()).hasSize(1);
  }

  @Test
  void aDeclinedCardLeavesTheCartAndTheNextOneKeepsTheOrder() {
    atTheCheckout(atADesk(), "house-blend-beans", "Monthly delivery");
    enters(DECLINES_CHARGES);
    visitor.press("^Pay ").sees("Nothing was charged");
    assertThat(orders()).singleElement().matches(it -> it.status() == OrderStatus.FAILED);

    visitor.pick("A new card");
    enters(GOOD);
    visitor.press("^Pay ").seesHeading("Thank you for your order");
    assertThat(orders()).singleElement().matches(order -> order.isPaid());
  }

  @Test
  void aCardThatStripeDoesNotKeepMakesNoOrder() {
    atTheCheckout(atADesk(), "house-blend-beans", "Monthly delivery");
    enters(NOT_ENOUGH_FUNDS);
    visitor.press("^Pay ").sees("This card could not be stored. Nothing was charged.");

    assertThat(orders()).isEmpty();
  }

  @Test
  void twoClicksChargeOnce() {
    atTheCheckout(atADesk(), "house-blend-beans", "Monthly delivery");
    enters(GOOD);
    page().locator("main aside button[type=submit]").dblclick();

    visitor.seesHeading("Thank you for your order");
    assertThat(orders()).hasSize(1);
  }

  @Test
  void nothingDueStoresTheCardForThePaymentsThatFollow() {
    atTheCheckout(atADesk(), "circle-membership", "Member, monthly");
    enters(ASKS_ONCE);
    visitor.press("Place order");
    bank("complete");

    visitor.seesHeading("Thank you for your order");
    assertThat(subscription().status()).isEqualTo(SubscriptionStatus.TRIALING);
    aMonthLater();
    assertThat(subscription().status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }
}
