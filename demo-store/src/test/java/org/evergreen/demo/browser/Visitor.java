package org.evergreen.demo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.evergreen.demo.account.DemoLogin;

/** Somebody who uses the store with a browser: what he does, in the words of the pages. */
public final class Visitor {

  private final BrowserContext context;
  private final Page page;
  private final List<String> problems = new ArrayList<>();

  Visitor(BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            problems.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> problems.add(page.url() + ": " + error));
  }

  private void checkWidth() {
    Object excess =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (!excess.equals(0)) {
      problems.add(page.url() + " is wider than its window by " + excess);
    }
  }

  /** What was wrong with the pages he saw. */
  List<String> problems() {
    return problems;
  }

  public Page page() {
    return page;
  }

  void leave() {
    context.close();
  }

  public Visitor open(String path) {
    page.navigate(path);
    checkWidth();
    return this;
  }

  public Visitor press(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(button)))
        .first()
        .click();
    return this;
  }

  public Visitor follow(String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile(link)))
        .first()
        .click();
    return this;
  }

  public Visitor fill(String label, String text) {
    page.getByLabel(Pattern.compile("^" + label)).first().fill(text);
    return this;
  }

  /** Picks the radio button whose label has this text; the label covers it. */
  public Visitor pick(String label) {
    page.locator("label").filter(new Locator.FilterOptions().setHasText(label)).first().click();
    return this;
  }

  public Visitor sees(String text) {
    assertThat(page.locator("body")).containsText(text);
    return this;
  }

  public Visitor seesNot(String text) {
    assertThat(page.locator("body")).not().containsText(text);
    return this;
  }

  public Visitor seesHeading(String text) {
    assertThat(page.locator("h1")).hasText(Pattern.compile(text));
    checkWidth();
    return this;
  }

  public Visitor signIn(DemoLogin login) {
    return signIn(login.email(), login.password());
  }

  public Visitor signIn(String email, String password) {
    open("/login").fill("E-mail address", email).fill("Password", password);
    page.locator("main button[type=submit]").click();
    page.waitForURL(address -> !address.endsWith("/login"));
    return this;
  }

  public Visitor register(String email) {
    fill("First name", "Kim").fill("Last name", "Tester").fill("E-mail address", email);
    fill("Password", "a password for tests");
    return press("Open account");
  }

  public Visitor enterAddress() {
    fill("Recipient", "Kim Tester").fill("Street and number", "1 Main Street");
    fill("City", "Troy").fill("State or region", "NY").fill("Postal code", "12180");
    return press("Use this address");
  }

  /** Puts one unit into the cart; without a plan's name as it stands on the page. */
  public Visitor putInCart(String product, String plan) {
    open("/products/" + product);
    if (!plan.isEmpty()) {
      pick(plan);
    }
    press("Add to cart");
    return seesHeading("Your cart");
  }

  /** As the merchant: moves the clock and waits until it has arrived. */
  public Visitor moveClock(String step) {
    open("/admin/demo/clock").press(step.replace("+", "\\+"));
    assertThat(page.locator("#journey h2"))
        .containsText("From", new ContainsTextOptions().setTimeout(60_000));
    return this;
  }
}
