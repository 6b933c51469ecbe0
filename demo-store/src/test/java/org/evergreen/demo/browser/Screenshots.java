package org.evergreen.demo.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evergreen.demo.account.DemoLogin;

/**
 * Takes a picture of every page of a running store, on a phone and on a desk.
 *
 * <p>Arguments: the address of the store, the directory for the pictures, and, to take only some,
 * parts of their names.
 */
final class Screenshots {

  private static final Map<String, Integer> WIDTHS = Map.of("phone", 390, "desk", 1280);

  private final String address;
  private final Path directory;
  private final List<String> wanted;

  private Screenshots(String address, Path directory, List<String> wanted) {
    this.address = address;
    this.directory = directory;
    this.wanted = wanted;
  }

  public static void main(String[] arguments) {
    List<String> wanted = List.of(arguments).subList(2, arguments.length);
    Screenshots tool = new Screenshots(arguments[0], Path.of(arguments[1]), wanted);
    try (Chromium chromium = Chromium.start(Chromium.program().orElseThrow())) {
      WIDTHS.forEach((name, width) -> tool.take(chromium, name, width));
    }
  }

  private void take(Chromium chromium, String device, int width) {
    List<String> problems = new ArrayList<>();
    try (BrowserContext guest = chromium.visitor(address, width, 900)) {
      Page page = open(guest, problems);
      shoot(page, device, "home", "/");
      shoot(page, device, "department", "/departments/coffee");
      shoot(page, device, "product-plans", "/products/house-blend");
      shoot(page, device, "product-once", "/products/stoneware-mug");
      shoot(page, device, "product-trial", "/products/circle-membership");
      shoot(page, device, "product-fee", "/products/latte-art-studio");
      shoot(page, device, "product-aligned", "/products/blade-refills");
      shoot(page, device, "product-shipping-once", "/products/razor-kit");
      shoot(page, device, "product-commitment", "/products/slow-sunday-decaf");
      shoot(page, device, "product-drip", "/products/home-roasting");
      shoot(page, device, "cart-empty", "/cart");
      shoot(page, device, "login", "/login");
      shoot(page, device, "login-refused", "/login?refused");
      shoot(page, device, "register", "/register");
      page.click("main button[type=submit]");
      shoot(page, device, "register-problems", "");
      shoot(page, device, "not-found", "/products/nothing");
    }
    try (BrowserContext shopper = chromium.visitor(address, width, 900)) {
      Page page = open(shopper, problems);
      signIn(page, DemoLogin.SHOPPER);
      shoot(page, device, "forbidden", "/admin");
      shoot(page, device, "orders", "/orders");
      shoot(page, device, "subscriptions", "/account/subscriptions");
      shoot(page, device, "mailbox", "/demo/mailbox");
      fill(page, "house-blend", "Monthly");
      fill(page, "blade-refills", "Monthly");
      fill(page, "slow-brew-quarterly", "A year");
      fill(page, "stoneware-mug", "");
      shoot(page, device, "cart", "/cart");
      shoot(page, device, "address", "/checkout/address");
      page.locator("form[action$='/checkout/address'] button").click();
      shoot(page, device, "address-problems", "");
      shoot(page, device, "checkout", "/checkout");
      pick(page, "insufficient funds");
      page.locator(".shop-summary button[type=submit]").click();
      shoot(page, device, "checkout-declined", "");
      pick(page, "Every charge succeeds");
      page.locator(".shop-summary button[type=submit]").click();
      shoot(page, device, "order-placed", "");
      shoot(page, device, "orders-filled", "/orders");
      shoot(page, device, "subscriptions-filled", "/account/subscriptions");
      page.locator("main a[href*='/account/subscriptions/']").first().click();
      shoot(page, device, "subscription", "");
    }
    try (BrowserContext shopper = chromium.visitor(address, width, 900)) {
      takeCheckout(open(shopper, problems), device);
    }
    try (BrowserContext merchant = chromium.visitor(address, width, 900)) {
      Page page = open(merchant, problems);
      signIn(page, DemoLogin.MERCHANT);
      shoot(page, device, "admin", "/admin");
      shoot(page, device, "admin-clock", "/admin/demo/clock");
      page.getByText("+1 month").click();
      page.locator("#journey h2").waitFor();
      shoot(page, device, "admin-clock-moved", "");
      shoot(page, device, "mailbox-merchant", "/demo/mailbox");
      page.locator(".shop-mail a").first().click();
      shoot(page, device, "mail", "");
    }
    problems.forEach(problem -> System.out.println(device + ": " + problem));
  }

  private void takeCheckout(Page page, String device) {
    signIn(page, DemoLogin.SHOPPER);
    fill(page, "blade-refills", "first of the month");
    fill(page, "slow-sunday-decaf", "at least three");
    fill(page, "circle-membership", "monthly");
    fill(page, "latte-art-studio", "by the week");
    fill(page, "circle-membership", "yearly");
    shoot(page, device, "limit-refused", "");
    page.navigate("/cart");
    page.getByLabel("Coupon code").fill("SUMMER");
    page.getByText("Use", new Page.GetByTextOptions().setExact(true)).click();
    shoot(page, device, "coupon-refused", "");
    page.getByLabel("Coupon code").fill("three20");
    page.getByText("Use", new Page.GetByTextOptions().setExact(true)).click();
    shoot(page, device, "cart-terms", "");
    page.getByText("Make it a gift").first().click();
    page.locator("main button[type=submit]").first().click();
    shoot(page, device, "gift-problems", "");
    page.getByLabel("E-mail address of").fill("sam@example.org");
    page.getByLabel("Name of").fill("Sam Hill");
    page.getByLabel("Street and number").fill("9 Brook Street");
    page.getByLabel("City").fill("Utica");
    page.getByLabel("State or region").fill("NY");
    page.getByLabel("Postal code").fill("13501");
    page.locator("main button[type=submit]").first().click();
    shoot(page, device, "cart-gift", "");
    shoot(page, device, "checkout-terms", "/checkout");
    pick(page, "insufficient funds");
    page.locator(".shop-summary button[type=submit]").click();
    shoot(page, device, "orders-unpaid", "/orders");
    page.getByText("Order 1").first().click();
    shoot(page, device, "order-unpaid", "");
    pick(page, "Every charge succeeds");
    page.locator("#pay button[type=submit]").click();
    shoot(page, device, "order-paid-later", "");
    shoot(page, device, "product-had", "/products/circle-membership");
    fill(page, "house-blend", "Monthly");
    shoot(page, device, "checkout-billing-day", "/checkout");
    page.getByText("Use my billing day").click();
    shoot(page, device, "checkout-billing-day-used", "");
  }

  private Page open(BrowserContext visitor, List<String> problems) {
    Page page = visitor.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            problems.add(page.url() + " " + message.text());
          }
        });
    return page;
  }

  private void shoot(Page page, String device, String name, String path) {
    if (!path.isEmpty()) {
      page.navigate(path);
    }
    if (wanted.isEmpty() || wanted.stream().anyMatch(name::contains)) {
      Path file = directory.resolve(name + "-" + device + ".png");
      page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
      Object overflow =
          page.evaluate(
              "document.documentElement.scrollWidth - document.documentElement.clientWidth");
      if (!overflow.equals(0)) {
        System.out.println(name + " on " + device + " is wider than its window by " + overflow);
      }
    }
  }

  private static void signIn(Page page, DemoLogin login) {
    page.navigate("/login");
    page.getByLabel("E-mail address").fill(login.email());
    page.getByLabel("Password").fill(login.password());
    page.locator("main button[type=submit]").click();
  }

  private static void pick(Page page, String label) {
    page.locator("label").filter(new Locator.FilterOptions().setHasText(label)).first().click();
  }

  private static void fill(Page page, String product, String plan) {
    page.navigate("/products/" + product);
    if (!plan.isEmpty()) {
      pick(page, plan);
    }
    page.locator(".shop-buy button").click();
  }
}
