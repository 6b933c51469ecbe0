package org.evergreen.demo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evergreen.checkout.Gift;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.cart.CartItem;
import org.evergreen.demo.cart.CartOwner;
import org.evergreen.demo.cart.Carts;
import org.evergreen.demo.cart.Quantity;
import org.evergreen.demo.testing.DemoStoreTest;
import org.evergreen.demo.testing.Shoppers;
import org.evergreen.plan.PlanDraft;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.Plans;
import org.evergreen.plan.ProductSelling;
import org.evergreen.plan.SellingMode;
import org.evergreen.storefront.ProductId;
import org.evergreen.subscription.Recipient;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.PlanTerms;
import org.evergreen.terms.PriceRule;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DemoStoreTest
class CartPagesTest {

  @Autowired private MockMvc web;
  @Autowired private Shoppers shoppers;
  @Autowired private Carts carts;
  @Autowired private Plans plans;
  @Autowired private ProductSelling selling;
  @Autowired private JdbcClient jdbc;

  private ShopUser shopper;

  @BeforeEach
  void makeShopper() {
    shopper = shoppers.shopperWithAddress();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "100", "99999999999999999999", "two", "1.5", ""})
  void quantityThatIsNoneIsExplainedAndPutsNothingIn(String quantity) throws Exception {
    add("stoneware-mug", "", quantity)
        .andExpect(redirectedUrlPattern("/products/stoneware-mug?*"))
        .andExpect(flash().attribute("problem", Quantity.ADVICE));
    assertThat(shoppers.cart(shopper)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "100", "two", ""})
  void quantityThatIsNoneLeavesTheLineAsItWas(String quantity) throws Exception {
    shoppers.put(shopper, "stoneware-mug", "");
    send(post("/cart/lines/{id}/quantity", line()).param("quantity", quantity))
        .andExpect(redirectedUrl("/cart"))
        .andExpect(flash().attribute("problem", Quantity.ADVICE));
    assertThat(shoppers.cart(shopper)).containsExactly("1 stoneware-mug");
  }

  @Test
  void quantitiesOfOneLineAddUpToTheMostThatALineHolds() throws Exception {
    add("stoneware-mug", "", "98").andExpect(redirectedUrl("/cart"));
    add("stoneware-mug", "", "98").andExpect(redirectedUrl("/cart"));
    assertThat(shoppers.cart(shopper)).containsExactly("99 stoneware-mug");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing", "", "../etc/passwd", "' or 1=1 --"})
  void unknownSkuIsNotFound(String sku) throws Exception {
    add(sku, "", "1").andExpect(status().isNotFound());
    add(sku, "", "0").andExpect(status().isNotFound());
  }

  @Test
  void skuWithALongNameIsNotFound() throws Exception {
    add("x".repeat(5000), "", "1").andExpect(status().isNotFound());
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-1", "99999999999999999999"})
  void planIdThatIsNoneIsNotFound(String plan) throws Exception {
    add("house-blend-beans", plan, "1").andExpect(status().isNotFound());
  }

  @Test
  void planOfAnotherProductIsRefused() throws Exception {
    String plan = shoppers.plan("A year of Slow Brew").toString();
    add("house-blend-beans", plan, "1")
        .andExpect(flash().attribute("problem", containsString("not offered")));
    assertThat(shoppers.cart(shopper)).isEmpty();
  }

  @Test
  void productSoldByPlanOnlyNeedsAPlan() throws Exception {
    add("circle-membership", "", "1")
        .andExpect(flash().attribute("problem", containsString("subscription only")));
    assertThat(shoppers.cart(shopper)).isEmpty();
  }

  @Test
  void linesOfOthersAreNotFound() throws Exception {
    shoppers.put(shopper, "stoneware-mug", "");
    long line = line();
    shopper = shoppers.shopper();
    send(post("/cart/lines/{id}/remove", line)).andExpect(status().isNotFound());
    send(post("/cart/lines/{id}/quantity", line).param("quantity", "5"))
        .andExpect(status().isNotFound());
    send(post("/cart/lines/abc/remove")).andExpect(status().isNotFound());
  }

  @Test
  void planThatLeftTheProductIsExplainedAndNothingIsCharged() throws Exception {
    PlanId plan = plans.create(draft("Passing fancy", true, "stoneware-mug"));
    selling.save(new ProductId("stoneware-mug"), SellingMode.BOTH, Optional.empty());
    try {
      add("stoneware-mug", plan.toString(), "1").andExpect(redirectedUrl("/cart"));
      plans.revise(plan, version(plan), draft("Passing fancy", false, "stoneware-mug"));

      send(get("/cart"))
          .andExpect(content().string(containsString("Passing fancy")))
          .andExpect(content().string(containsString("no longer offered")))
          .andExpect(content().string(not(containsString("href=\"/checkout\""))));
      send(get("/checkout")).andExpect(redirectedUrl("/cart"));
      send(checkoutForm(""))
          .andExpect(redirectedUrl("/cart"))
          .andExpect(flash().attribute("problem", containsString("Nothing was charged")));
      assertThat(charges()).isZero();
    } finally {
      selling.save(new ProductId("stoneware-mug"), SellingMode.ONE_TIME_ONLY, Optional.empty());
    }
  }

  @Test
  void productThatSoldOutOrVanishedIsExplained() throws Exception {
    shoppers.put(shopper, "stoneware-mug", "");
    jdbc.sql("update demo_sku set sellable = false where id = 'stoneware-mug'").update();
    try {
      send(get("/cart")).andExpect(content().string(containsString("sold out")));
      send(get("/checkout")).andExpect(redirectedUrl("/cart"));
    } finally {
      jdbc.sql("update demo_sku set sellable = true").update();
    }
    jdbc.sql("update demo_cart_line set sku_id = 'gone' where id = ?").param(line()).update();
    send(get("/cart")).andExpect(content().string(containsString("no longer in the shop")));
    send(post("/cart/lines/{id}/remove", line())).andExpect(redirectedUrl("/cart"));
  }

  @Test
  void priceThatChangedIsShownBesideTheOldOne() throws Exception {
    add("house-blend-beans", shoppers.plan("Monthly delivery").toString(), "1");
    jdbc.sql("update demo_sku set price = 20 where id = 'house-blend-beans'").update();
    try {
      send(get("/cart"))
          .andExpect(content().string(containsString("$18.00 every month")))
          .andExpect(content().string(containsString("The price was $14.40")));
    } finally {
      jdbc.sql("update demo_sku set price = 16 where id = 'house-blend-beans'").update();
    }
  }

  @Test
  void guestsCartIsKeptByACookieThatScriptsCannotRead() throws Exception {
    Cookie cookie =
        web.perform(post("/cart/lines").with(csrf()).param("sku", "stoneware-mug"))
            .andExpect(redirectedUrl("/cart"))
            .andReturn()
            .getResponse()
            .getCookie("cart");
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
    assertThat(cookie.getValue()).hasSize(32);
    web.perform(get("/cart").cookie(cookie))
        .andExpect(content().string(containsString("Stoneware Mug")));
    web.perform(get("/cart").cookie(new Cookie("cart", "x".repeat(32))))
        .andExpect(content().string(containsString("Your cart is empty")));
  }

  @Test
  void giftThatWasRemovedAndPutBackIsStillAGift() throws Exception {
    shoppers.put(shopper, "house-blend-beans", "Monthly delivery");
    Gift gift = new Gift(new Recipient("sam@example.org", "Sam"), Optional.of(Shoppers.address()));
    carts.give(owner(), line(), Optional.of(gift));
    MockHttpSession session = new MockHttpSession();

    String cart = removeAndLook(line(), session);

    assertThat(cart).contains("was removed").doesNotContain("sam@example.org");
    send(post(undo(cart)).session(session)).andExpect(redirectedUrl("/cart"));
    CartItem back = carts.of(owner()).items().get(0);
    assertThat(back.gift()).contains(gift);
    assertThat(back.offer()).isPresent();
  }

  @Test
  void undoThatIsPressedTwicePutsTheLineBackOnce() throws Exception {
    add("stoneware-mug", "", "3").andExpect(redirectedUrl("/cart"));
    MockHttpSession session = new MockHttpSession();
    String undo = undo(removeAndLook(line(), session));

    send(post(undo).session(session)).andExpect(redirectedUrl("/cart"));
    send(post(undo).session(session)).andExpect(redirectedUrl("/cart"));

    assertThat(shoppers.cart(shopper)).containsExactly("3 stoneware-mug");
  }

  @Test
  void lineThatAnotherRemovedIsNotPutBack() throws Exception {
    shoppers.put(shopper, "stoneware-mug", "");
    String undo = undo(removeAndLook(line(), new MockHttpSession()));

    send(post(undo).session(new MockHttpSession())).andExpect(redirectedUrl("/cart"));

    assertThat(shoppers.cart(shopper)).isEmpty();
  }

  private String removeAndLook(long line, MockHttpSession session) throws Exception {
    MvcResult removed =
        send(post("/cart/lines/{id}/remove", line).session(session))
            .andExpect(redirectedUrl("/cart"))
            .andReturn();
    return send(get("/cart").session(session).flashAttrs(removed.getFlashMap()))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private static String undo(String cart) {
    Matcher action = Pattern.compile("action=\"(/cart/lines/\\d+/undo)\"").matcher(cart);
    assertThat(action.find()).as(cart).isTrue();
    return action.group(1);
  }

  private CartOwner owner() {
    return new CartOwner.Shopper(shopper.accountId());
  }

  @Test
  void billingDayKeepsTheAddressThatWasChosen() throws Exception {
    long chosen = shoppers.addressOf(shopper);
    long strangers = shoppers.addressOf(shoppers.shopperWithAddress());
    for (String wanted : List.of("yes", "no")) {
      billingDay(wanted, "" + chosen).andExpect(redirectedUrl("/checkout?address=" + chosen));
      billingDay(wanted, "" + strangers).andExpect(redirectedUrl("/checkout"));
      billingDay(wanted, "nonsense").andExpect(redirectedUrl("/checkout"));
      billingDay(wanted, "").andExpect(redirectedUrl("/checkout"));
    }
  }

  private ResultActions billingDay(String wanted, String address) throws Exception {
    return send(post("/checkout/billing-day").param("wanted", wanted).param("address", address));
  }

  @Test
  void brokenCheckoutFormsChargeNothing() throws Exception {
    shoppers.put(shopper, "stoneware-mug", "");
    for (String field : List.of("token", "total", "method", "address")) {
      send(checkoutForm(field))
          .andExpect(status().isUnprocessableEntity())
          .andExpect(content().string(containsString("Please")));
    }
    assertThat(charges()).isZero();
  }

  /** A form that is in order but for one field. */
  private MockHttpServletRequestBuilder checkoutForm(String broken) {
    Map<String, String> fields = new HashMap<>();
    fields.put("token", UUID.randomUUID().toString());
    fields.put("total", "USD 14.00");
    fields.put("method", "new-sandbox-succeeds");
    fields.put("address", Long.toString(shoppers.addressOf(shopper)));
    fields.computeIfPresent(broken, (field, value) -> "nonsense");
    MockHttpServletRequestBuilder form = post("/checkout");
    fields.forEach(form::param);
    return form;
  }

  private ResultActions add(String sku, String plan, String quantity) throws Exception {
    return send(
        post("/cart/lines").param("sku", sku).param("plan", plan).param("quantity", quantity));
  }

  private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(request.with(user(shopper)).with(csrf()));
  }

  private long line() {
    return jdbc.sql(
            "select l.id from demo_cart_line l join demo_cart c on c.id = l.cart_id"
                + " where c.account_id = ?")
        .param(shopper.accountId())
        .query(Long.class)
        .single();
  }

  private int charges() {
    return jdbc.sql("select count(*) from evergreen_charge where customer_id = ?")
        .param(shopper.customer().value())
        .query(Integer.class)
        .single();
  }

  private long version(PlanId plan) {
    return plans.find(plan).orElseThrow().version();
  }

  private static PlanDraft draft(String name, boolean active, String product) {
    PlanTerms terms =
        new PlanTerms(
            BillingInterval.every(1, IntervalUnit.MONTH),
            new PriceRule.OwnPrice(Money.parse("USD 5")),
            Money.parse("USD 0"),
            Optional.empty(),
            OptionalInt.empty());
    return new PlanDraft(name, active, false, terms, Set.of(new ProductId(product)));
  }
}
