package org.evergreen.demo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.evergreen.demo.account.AddressBook;
import org.evergreen.demo.account.DemoLogin;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.testing.Shoppers;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.time.ShopTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Coupons, gifts and the existing billing day, from the cart to what is charged later. */
class CartOffersTest extends BrowserTest {

  private static final PostalAddress LATEST =
      new PostalAddress("Sam Hill", "9 Brook Street", "", "Utica", "NY", "13501", "US", "");

  @Autowired private Shoppers shoppers;
  @Autowired private AddressBook addresses;
  @Autowired private ShopTime time;

  @Test
  void couponForThreePaymentsIsTakenOffNowAndForTwoRenewals() {
    ShopUser shopper = shoppers.shopper();
    Visitor visitor = atADesk().signIn(shopper.getUsername(), Shoppers.PASSWORD);
    visitor.putInCart("barista-basics", "Twelve payments");
    visitor.fill("Coupon code", "no-such").press("^Use").sees("We know no coupon with this code");
    visitor.fill("Coupon code", "summer").press("^Use").sees("The coupon SUMMER has expired");
    visitor.fill("Coupon code", "").press("^Use").sees("Please enter a coupon code");
    visitor.fill("Coupon code", "three20").press("^Use").sees("Coupon THREE20").sees("-$1.00");
    visitor.sees("after 2 payments").open("/checkout").sees("-$1.00");
    visitor.pick("Every charge succeeds").press("Pay \\$4.32").seesHeading("Thank you");
    visitor.sees("Coupon THREE20").sees("$4.32");

    Visitor merchant = atADesk().signIn(DemoLogin.MERCHANT);
    merchant.moveClock("+1 month").moveClock("+1 month").moveClock("+1 month");
    visitor.open("/orders");
    assertThat(visitor.page().locator(".shop-orders .evergreen-amount"))
        .hasText(new String[] {"$5.40", "$4.32", "$4.32", "$4.32"});
  }

  @Test
  void couponForTheFirstOrderIsOffEverythingOnceAndLeavesTheCart() {
    ShopUser shopper = shoppers.shopper();
    Visitor visitor = onAPhone().signIn(shopper.getUsername(), Shoppers.PASSWORD);
    visitor.putInCart("latte-art-studio", "Studio, monthly");
    visitor.fill("Coupon code", "WELCOME10").press("^Use").sees("-$3.50").sees("then $16.20");
    visitor.press("Remove coupon").seesNot("-$3.50");
    visitor.fill("Coupon code", "welcome10").press("^Use").open("/checkout");
    visitor.pick("Every charge succeeds").press("Pay \\$34.02").seesHeading("Thank you");
    visitor.putInCart("gift-card", "").seesNot("WELCOME10:");
  }

  @Test
  void giftGoesToItsRecipientAsASubscriptionOfItsOwn() {
    ShopUser shopper = shoppers.shopperWithAddress();
    Visitor visitor = onAPhone().signIn(shopper.getUsername(), Shoppers.PASSWORD);
    visitor.putInCart("house-blend", "Monthly delivery").follow("Make it a gift");
    visitor.seesHeading("Who gets it").press("Make it a gift");
    visitor.sees("Please enter the recipient's e-mail address").sees("Please enter the city");
    visitor.fill("E-mail address", "sam@example.org").fill("Name of", "Sam Hill");
    visitor.fill("Street and number", "9 Brook Street").fill("City", "Utica");
    visitor.fill("State or region", "NY").fill("Postal code", "13501").press("Make it a gift");
    visitor.seesHeading("Your cart").sees("A gift for Sam Hill").sees("9 Brook Street");
    visitor.putInCart("house-blend", "Monthly delivery");
    assertThat(visitor.page().locator(".shop-line")).hasCount(2);

    visitor.open("/checkout").sees("A gift for Sam Hill");
    visitor.pick("Every charge succeeds").press("^Pay").seesHeading("Thank you");
    visitor.sees("A gift for Sam Hill").open("/account/subscriptions");
    assertThat(visitor.page().locator("main li .evergreen-status")).hasCount(2);
  }

  @Test
  void existingBillingDayIsOfferedAcceptedAndKept() {
    ShopUser shopper = shoppers.shopperWithAddress();
    Visitor visitor = atADesk().signIn(shopper.getUsername(), Shoppers.PASSWORD);
    visitor.putInCart("blade-refills", "On the first of the month").open("/checkout");
    visitor.seesNot("Pay all on one day?");
    visitor.pick("Every charge succeeds").press("^Pay").seesHeading("Thank you");
    Visitor merchant = atADesk().signIn(DemoLogin.MERCHANT).moveClock("+1 week");
    if (time.today().getDayOfMonth() == 1) {
      // On the billing day itself there is nothing to move.
      merchant.moveClock("+1 day");
    }

    visitor.putInCart("stoneware-mug", "");
    visitor.putInCart("latte-art-studio", "Studio, monthly").open("/checkout");
    visitor.sees("Pay all on one day?").sees("instead of $35.00").press("Use my billing day");
    visitor.sees("On your billing day").press("Rather pay in full today");
    long first = shoppers.addressOf(shopper);
    addresses.remember(shopper.accountId(), LATEST);
    visitor.open("/checkout").sees("9 Brook Street");
    visitor.open("/checkout?address=" + first).sees("1 Main Street");
    visitor.sees("Pay all on one day?").press("Use my billing day").sees("every month on the 1st");
    visitor.sees("1 Main Street").seesNot("9 Brook Street");
    visitor.press("^Pay").seesHeading("Thank you");
  }
}
