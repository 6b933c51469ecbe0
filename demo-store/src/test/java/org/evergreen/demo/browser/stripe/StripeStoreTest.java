package org.evergreen.demo.browser.stripe;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.browser.BrowserTest;
import org.evergreen.demo.browser.Visitor;
import org.evergreen.demo.clock.DemoClock;
import org.evergreen.demo.order.OrderBook;
import org.evergreen.demo.order.ShopOrder;
import org.evergreen.demo.testing.Shoppers;
import org.evergreen.demo.testing.StripeStore;
import org.evergreen.renewal.RenewalRun;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionQueries;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/** A shopper with a browser in a store whose gateway is the double of Stripe. */
@ContextConfiguration(initializers = StripeStore.class)
abstract class StripeStoreTest extends BrowserTest {

  static final String GOOD = "4242 4242 4242 4242";
  static final String ANOTHER_GOOD = "5555 5555 5555 4444";
  static final String NOT_ENOUGH_FUNDS = "4000 0000 0000 9995";
  static final String DECLINES_CHARGES = "4000 0000 0000 0341";
  static final String ASKS_ONCE = "4000 0025 0000 3155";
  static final String ASKS_ALWAYS = "4000 0027 6000 3184";

  @Autowired Shoppers shoppers;
  @Autowired SubscriptionQueries queries;
  @Autowired OrderBook book;
  @Autowired DemoClock clock;
  @Autowired RenewalRun renewals;

  ShopUser shopper;
  Visitor visitor;

  private final List<String> typed = new ArrayList<>();
  private final List<String> toTheShop = new ArrayList<>();

  @BeforeEach
  void followTheStoresClock() {
    StripeStore.follow(clock);
  }

  @AfterEach
  void stripeUnderstoodEverything() {
    assertThat(StripeStore.STRIPE.violations()).isEmpty();
  }

  /** Whatever is typed into Stripe's form goes to Stripe and to nobody else. */
  @AfterEach
  void noCardNumberLeftForTheShop() {
    String all = String.join("\n", toTheShop);
    assertThat(typed).allSatisfy(number -> assertThat(all).doesNotContain(number));
    assertThat(all).isNotEmpty().doesNotContain("card[number]", "card%5Bnumber%5D");
  }

  private void sent(Request request) {
    if (!request.url().startsWith(StripeStore.STRIPE.url().toString())) {
      String body = Objects.requireNonNullElse(request.postData(), "");
      toTheShop.add((request.url() + " " + body).replaceAll("[ +]|%20", ""));
    }
  }

  /** A shopper at the checkout with one unit in the cart. */
  void atTheCheckout(Visitor somebody, String sku, String plan) {
    shopper = shoppers.shopperWithAddress();
    shoppers.put(shopper, sku, plan);
    somebody.page().context().onRequest(this::sent);
    visitor = somebody.signIn(shopper.getUsername(), Shoppers.PASSWORD);
    visitor.open("/checkout").seesHeading("Check out");
  }

  /** Types a card into Stripe's form. */
  void enters(String card) {
    page().frameLocator("[data-evergreen-card] iframe").locator("input[name=number]").fill(card);
    typed.add(card.replace(" ", ""));
  }

  /** Answers his bank's question. */
  void bank(String answer) {
    page().locator("button[data-bank=" + answer + "]").click();
  }

  /** A month later what is due is renewed. */
  void aMonthLater() {
    clock.advanceTo(clock.instant().plus(Duration.ofDays(32)));
    renewals.runDue();
  }

  Page page() {
    return visitor.page();
  }

  Subscription subscription() {
    return queries.ofCustomer(shopper.customer()).get(0);
  }

  List<ShopOrder> orders() {
    return book.history(shopper.accountId(), 0, 50);
  }

  void seesAlert(String text) {
    assertThat(page().locator("main .alert, #messages .alert").first()).containsText(text);
  }
}
