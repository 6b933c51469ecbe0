package org.evergreen.demo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.UUID;
import java.util.regex.Pattern;
import org.evergreen.demo.account.DemoLogin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The store on a phone, and without a mouse. */
class PhoneTest extends BrowserTest {

  @Test
  void cartIsChangedUndoneAndPaidAfterARefusedCard() {
    Visitor shopper = onAPhone();
    shopper.open("/").sees("Good things, on repeat").follow("House Blend Coffee");
    shopper.pick("Monthly delivery").press("Add to cart").sees("$14.40 every month");

    shopper.fill("Quantity of House Blend", "3").page().keyboard().press("Tab");
    assertThat(shopper.page().locator(".shop-line-amount")).containsText("$43.20");
    assertThat(shopper.page().locator(".shop-cart-count")).hasText("3");
    shopper.fill("Quantity of House Blend", "0").page().keyboard().press("Enter");
    assertThat(shopper.page().locator("[name=quantity]")).hasJSProperty("validity.valid", false);

    shopper.press("Remove").sees("was removed").sees("Your cart is empty").press("Undo");
    assertThat(shopper.page().locator(".shop-line-amount")).containsText("$43.20");

    shopper.follow("Check out").follow("Open an account").register(email());
    shopper.press("Use this address").sees("Please enter the city").enterAddress();
    shopper.pick("Declined: insufficient funds").press("^Pay").sees("Nothing was charged");
    shopper.pick("Every charge succeeds").press("^Pay").seesHeading("Thank you for your order");
    shopper.open("/account/subscriptions").sees("House Blend").follow("House Blend");
    shopper.sees("Next payments");
  }

  @Test
  void doubleClickedButtonMakesOneOrder() {
    Visitor shopper = onAPhone();
    shopper.putInCart("gift-card", "").follow("Check out").follow("Open an account");
    shopper.register(email()).pick("Every charge succeeds");
    shopper.page().locator(".shop-summary button[type=submit]").dblclick();
    shopper.seesHeading("Thank you for your order").open("/orders");
    assertThat(shopper.page().locator(".shop-orders > li")).hasCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/departments/membership",
        "/products/barista-basics",
        "/products/latte-art-studio",
        "/cart",
        "/login",
        "/register",
        "/nothing"
      })
  void pagesFitAPhone(String path) {
    onAPhone().open(path).seesHeading(".+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/admin",
        "/admin/plans",
        "/admin/products",
        "/admin/subscriptions",
        "/admin/renewals",
        "/admin/operations/refunds",
        "/admin/demo/clock",
        "/demo/mailbox"
      })
  void merchantsPagesFitAPhone(String path) {
    onAPhone().signIn(DemoLogin.MERCHANT).open(path).seesHeading(".+");
  }

  @Test
  void everythingIsReachedWithTheKeyboard() {
    Visitor visitor = onAPhone().open("/products/house-blend");
    visitor.page().keyboard().press("Tab");
    Locator skip = visitor.page().locator(".shop-skip");
    assertThat(skip).isFocused();
    assertThat(skip).isInViewport();
    visitor.page().keyboard().press("Enter");
    assertThat(visitor.page()).hasURL(Pattern.compile("#content$"));

    visitor.page().locator("[name=plan]").first().focus();
    visitor.page().keyboard().press("ArrowDown");
    visitor.page().keyboard().press("Tab");
    assertThat(visitor.page().locator("#quantity")).isFocused();
    visitor.page().keyboard().press("Enter");
    visitor.seesHeading("Your cart").sees("every 2 weeks");
  }

  private static String email() {
    return UUID.randomUUID() + "@example.org";
  }
}
