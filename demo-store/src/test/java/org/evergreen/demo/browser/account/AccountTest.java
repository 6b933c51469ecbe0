package org.evergreen.demo.browser.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.browser.BrowserTest;
import org.evergreen.demo.browser.Visitor;
import org.evergreen.demo.testing.Purchases;
import org.evergreen.demo.testing.Shoppers;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionQueries;
import org.springframework.beans.factory.annotation.Autowired;

/** A shopper with a subscription, who uses My Account. */
abstract class AccountTest extends BrowserTest {

  @Autowired Shoppers shoppers;
  @Autowired Purchases purchases;
  @Autowired SubscriptionQueries queries;

  ShopUser shopper;
  Visitor visitor;

  /** Buys one unit of each under a plan, signs in, and opens the subscription's page. */
  Visitor subscriber(Visitor somebody, SandboxCard card, String plan, String... skus) {
    shopper = shoppers.shopperWithAddress();
    for (String sku : skus) {
      shoppers.put(shopper, sku, plan);
    }
    purchases.buy(shopper, card);
    visitor = somebody.signIn(shopper.getUsername(), Shoppers.PASSWORD);
    return open("");
  }

  /** The page of the shopper's latest subscription, or one of its actions. */
  Visitor open(String action) {
    String path = "/account/subscriptions/" + subscription().id();
    return visitor.open(action.isEmpty() ? path : path + "/" + action);
  }

  Subscription subscription() {
    return queries.ofCustomer(shopper.customer()).get(0);
  }

  List<Subscription> all() {
    return queries.ofCustomer(shopper.customer());
  }

  /** Opens what stands under "More" and follows a link of it. */
  Visitor more(String title) {
    visitor.page().locator(".evergreen-more > summary").click();
    return visitor.follow(title);
  }

  Page page() {
    return visitor.page();
  }

  /** What the preview says, which follows the answers by itself. */
  void previews(String text) {
    assertThat(preview()).containsText(Pattern.compile(text));
  }

  private Locator preview() {
    return page().locator("#evergreen-preview");
  }

  /** Confirms what is shown and sees what came of it on the subscription's page. */
  void confirm(String button, String notice) {
    preview()
        .locator("button", new Locator.LocatorOptions().setHasText(Pattern.compile(button)))
        .click();
    assertThat(page().locator(".alert-success")).containsText(Pattern.compile(notice));
  }
}
