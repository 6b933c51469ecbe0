package org.evergreen.demo.browser;

import com.microsoft.playwright.Locator;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.testing.Shoppers;
import org.evergreen.settings.CheckoutRules;
import org.evergreen.settings.MerchantSettings;
import org.evergreen.settings.SettingsStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a plan promises and forbids, as a shopper meets it on product, cart and checkout pages. */
class TermsTest extends BrowserTest {

  @Autowired private Shoppers shoppers;
  @Autowired private SettingsStore settings;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "circle-membership | First 14 days free, once per customer",
        "circle-membership | One subscription at a time per customer",
        "latte-art-studio | Sign-up fee of $20.00, paid once",
        "latte-art-studio | every week on Thursday",
        "barista-basics | 12 payments, then it ends",
        "blade-refills | $8.10 every month on the 1st",
        "cedar-soap | $10.00 every 3 months",
        "slow-sunday-decaf | at least 3 payments, 7 days' notice",
        "razor-kit | Shipping is charged with the first order only",
        "razor-kit | One subscription per customer, ever",
        "home-roasting | Files that are added later come after your next payment"
      })
  void everyTermStandsOnTheProductPageAndInTheCart(String product, String sentence) {
    Visitor visitor = onAPhone().open("/products/" + product).sees(sentence);
    visitor
        .page()
        .locator(".evergreen-choice")
        .filter(new Locator.FilterOptions().setHasText(sentence))
        .first()
        .locator("label")
        .click();
    visitor.press("Add to cart").seesHeading("Your cart").sees(sentence);
  }

  @Test
  void trialIsGivenOnceAndTheLimitHoldsWhileTheFirstRuns() {
    ShopUser shopper = shoppers.shopper();
    Visitor visitor = atADesk().signIn(shopper.getUsername(), Shoppers.PASSWORD);
    visitor.putInCart("circle-membership", "Member, monthly").sees("First 14 days free");
    visitor.open("/checkout").sees("Nothing is charged today. Your card is stored");
    visitor.pick("Every charge succeeds").press("Place order").seesHeading("Thank you");

    visitor
        .open("/products/circle-membership")
        .sees("You already have a subscription to The Circle");
    visitor.seesNot("First 14 days free");
    visitor
        .press("Add to cart")
        .sees("You already have a subscription to The Circle, and can have");
    visitor.open("/cart").sees("Your cart is empty");

    visitor.open("/account/subscriptions").sees("Free trial");
    visitor.open("/products/stoneware-mug").press("Add to cart").open("/checkout");
    visitor.enterAddress().sees("Your cards").sees("Visa ending in 4242");
  }

  @Test
  void limitHoldsAtCheckoutForACartThatAGuestHasFilled() {
    ShopUser shopper = shoppers.shopper();
    Visitor first = atADesk().signIn(shopper.getUsername(), Shoppers.PASSWORD);
    first.putInCart("circle-membership", "Member, yearly").open("/checkout");
    first.pick("Every charge succeeds").press("^Pay").seesHeading("Thank you");

    Visitor guest = onAPhone().putInCart("circle-membership", "Member, monthly");
    guest.signIn(shopper.getUsername(), Shoppers.PASSWORD).open("/cart");
    guest.sees("You already have a subscription to The Circle, and can have one only");
    guest.sees("Please change what cannot be bought so").open("/checkout").seesHeading("Your cart");
  }

  @Test
  void limitHoldsWhenAnUnpaidOrderIsPaidLater() {
    ShopUser shopper = shoppers.shopper();
    Visitor visitor = atADesk().signIn(shopper.getUsername(), Shoppers.PASSWORD);
    visitor.putInCart("circle-membership", "Member, yearly").open("/checkout");
    visitor.pick("Declined: insufficient funds").press("^Pay").sees("Nothing was charged");
    visitor.open("/account/subscriptions").sees("Waiting for payment");
    visitor.open("/orders").sees("Not paid, can be paid now").follow("Order");
    visitor.sees("Pay this order");
    String order = visitor.page().url();

    visitor.open("/cart").press("Remove").putInCart("circle-membership", "Member, monthly");
    visitor.open("/checkout").pick("Every charge succeeds").press("^(Pay|Place)");
    visitor.seesHeading("Thank you");
    visitor.open(order).sees("You already have a subscription to The Circle");
    visitor.seesNot("Pay this order");
  }

  @Test
  void unpaidOrderIsPaidLaterWithAnotherCard() {
    ShopUser shopper = shoppers.shopperWithAddress();
    Visitor visitor = onAPhone().signIn(shopper.getUsername(), Shoppers.PASSWORD);
    visitor.putInCart("house-blend", "Monthly delivery").open("/checkout");
    visitor.pick("Declined: the card has expired").press("^Pay").sees("Nothing was charged");
    visitor.open("/orders").follow("Order").sees("This order was not paid");
    visitor.pick("Declined: insufficient funds").press("^Pay").sees("Nothing was charged");
    visitor.pick("Every charge succeeds, on").press("^Pay").seesHeading("Thank you");
    visitor.open("/cart").sees("Your cart is empty");
    visitor.open("/account/subscriptions").sees("Active").seesNot("Waiting for payment");
  }

  @Test
  void mixedCartIsRefusedWhereTheMerchantForbidsIt() {
    MerchantSettings usual = settings.current();
    settings.save(usual.with(new CheckoutRules(false, true, false)), "test");
    try {
      Visitor visitor = atADesk().putInCart("house-blend", "Monthly delivery");
      visitor.seesNot("Make it a gift");
      visitor.open("/products/stoneware-mug").press("Add to cart");
      visitor.sees("Subscriptions and one-time purchases cannot be bought with one order here");
      visitor.open("/cart").seesNot("Stoneware");
    } finally {
      settings.save(usual, "test");
    }
  }
}
