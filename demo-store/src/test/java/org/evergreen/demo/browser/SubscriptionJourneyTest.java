package org.evergreen.demo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.UUID;
import org.evergreen.demo.account.DemoLogin;
import org.junit.jupiter.api.Test;

/** What the store promises, done by hand: buy, renew, read the mail, cancel, fail. */
class SubscriptionJourneyTest extends BrowserTest {

  @Test
  void subscriptionIsBoughtRenewedTogetherAndCancelled() {
    String email = email();
    Visitor shopper = atADesk();
    shopper.putInCart("house-blend", "Monthly delivery");
    shopper.putInCart("blade-refills", "Monthly delivery");
    shopper.putInCart("slow-brew-quarterly", "A year of Slow Brew");
    shopper.putInCart("stoneware-mug", "");
    shopper.sees("Due today").sees("every month from").sees("every year from");

    shopper.follow("Check out").seesHeading("Sign in").follow("Open an account").register(email);
    shopper.seesHeading("Where shall it go").enterAddress().seesHeading("Check out");
    shopper
        .sees("then $29.52")
        .sees("then $36.00")
        .pick("Every charge succeeds")
        .press("Pay \\$80.64");
    shopper.seesHeading("Thank you for your order").sees("$80.64");

    shopper.follow("My subscriptions").seesHeading("My subscriptions");
    shopper.sees("House Blend Coffee, Whole bean + Blade Refills").sees("Slow Brew Quarterly");
    assertThat(shopper.page().locator("main li .evergreen-status")).hasCount(2);

    Visitor merchant = atADesk().signIn(DemoLogin.MERCHANT).moveClock("+1 month");
    merchant.sees("$29.52");

    shopper.open("/orders").sees("Renewal");
    assertThat(shopper.page().locator(".shop-orders > li")).hasCount(2);
    shopper.follow("Order").sees("House Blend Coffee").sees("Blade Refills").sees("$29.52");
    shopper.seesNot("Slow Brew");

    shopper.open("/demo/mailbox").sees("has started");
    Locator mails = shopper.page().locator(".shop-mail a");
    // Two that began, one that is coming, and one that was paid.
    assertThat(mails).hasCount(4);
    mails.first().click();
    assertThat(shopper.page().frameLocator("iframe").locator("body")).containsText("29.52");

    shopper.open("/account/subscriptions").follow("House Blend");
    shopper.page().locator(".evergreen-more > summary").click();
    shopper.follow("Cancel subscription");
    shopper.sees("What will happen").press("Cancel subscription").sees("Cancelled");
    merchant.moveClock("+1 month").moveClock("+1 month");
    shopper.open("/orders");
    assertThat(shopper.page().locator(".shop-orders > li")).hasCount(2);
    shopper.open("/account/subscriptions");
    assertThat(shopper.page().locator("main .evergreen-status-cancelled")).hasCount(1);
    assertThat(shopper.page().locator("main .evergreen-status-active")).hasCount(1);
  }

  @Test
  void refusedRenewalIsTriedAgainAndCancelledAfterTheLastTry() {
    String email = email();
    Visitor shopper = atADesk();
    shopper.putInCart("circle-membership", "Member, monthly").sees("$0.00");
    shopper.follow("Check out").follow("Open an account").register(email);
    shopper.pick("Declined: insufficient funds").press("Place order");
    shopper.seesHeading("Thank you for your order");
    shopper.open("/account/subscriptions").sees("Free trial");

    Visitor merchant = atADesk().signIn(DemoLogin.MERCHANT);
    merchant.moveClock("+1 week").moveClock("+1 week").sees("refused");
    merchant.open("/admin/renewals?list=failed").sees(email).sees("does not have enough funds");

    shopper.open("/account/subscriptions");
    assertThat(shopper.page().locator("main .evergreen-status-past_due")).hasCount(1);
    shopper.open("/demo/mailbox").sees("did not go through");

    merchant.moveClock("+1 week").moveClock("+1 week");
    shopper.open("/account/subscriptions");
    assertThat(shopper.page().locator("main .evergreen-status-cancelled")).hasCount(1);
  }

  @Test
  void merchantsChangeOfAPlanIsOfferedFromThenOn() {
    Visitor merchant = atADesk().signIn(DemoLogin.MERCHANT);
    merchant.open("/admin/plans").follow("A year of Strop & Lather");
    merchant.page().locator("[name=priceValue]").fill("30");
    merchant.press("Save plan").sees("saved");
    merchant.open("/products/strop-and-lather").sees("$30.00 every year");
  }

  private static String email() {
    return UUID.randomUUID() + "@example.org";
  }
}
