package org.evergreen.broadleaf.site;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evergreen.broadleaf.http.Browser;

/** Somebody at Broadleaf's site. */
final class Visitor {

  private static final Pattern TOTAL = Pattern.compile("name=\"total\" value=\"([^\"]+)\"");
  private static final AtomicInteger NAMES = new AtomicInteger();

  private final Browser browser;
  private final String email = "shopper" + NAMES.incrementAndGet() + "@example.com";

  Visitor(int port) {
    this.browser = new Browser("http://localhost:" + port);
  }

  String email() {
    return email;
  }

  HttpResponse<String> get(String path) {
    return browser.get(path);
  }

  HttpResponse<String> post(String action, Map<String, String> fields) {
    return browser.post(action, fields);
  }

  HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
    return browser.submit(page, action, fields);
  }

  void register() {
    submit(
        "/register",
        "/register",
        Map.of("firstName", "Ada", "lastName", "Green", "email", email, "password", Shop.PASSWORD));
  }

  /** Signs in as somebody who registered before. */
  void signIn(String registered) {
    submit("/login", "/login_post.htm", Map.of("username", registered, "password", Shop.PASSWORD));
  }

  HttpResponse<String> add(long product, String plan) {
    Map<String, String> form = Map.of("product", "" + product, "plan", plan, "quantity", "1");
    return submit("/products/" + product, "/cart/lines", form);
  }

  HttpResponse<String> give(long product, String plan, String email) {
    Map<String, String> form =
        Map.of("product", "" + product, "plan", plan, "quantity", "1", "giftEmail", email);
    return submit("/products/" + product, "/cart/lines", form);
  }

  HttpResponse<String> useCode(String code) {
    return submit("/cart", "/cart/codes", Map.of("code", code));
  }

  void giveAddress() {
    submit(
        "/checkout/address",
        "/checkout/address",
        Map.of(
            "name", "Ada Green",
            "line1", "1 Garden Lane",
            "line2", "",
            "city", "Austin",
            "region", "TX",
            "postalCode", "78701"));
  }

  /** The form of the checkout page, filled in. */
  Map<String, String> payment(String card) {
    String page = get("/checkout").body();
    Matcher total = TOTAL.matcher(page);
    if (!total.find()) {
      throw new AssertionError("Not the checkout page: " + page);
    }
    return Browser.withTokens(page, Map.of("card", card, "total", total.group(1)));
  }

  HttpResponse<String> pay(String card) {
    return post("/checkout", payment(card));
  }
}
