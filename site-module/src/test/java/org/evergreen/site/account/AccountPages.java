package org.evergreen.site.account;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Optional;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.site.host.HostApplication;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.testing.FakeStorefront;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.PaidOrderBuilder;
import org.evergreen.testing.StepClock;
import org.evergreen.testing.TestDatabase;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** My Account in a shop in Berlin; it is 21 November 2026 in the morning. */
@SpringBootTest(classes = HostApplication.class)
@AutoConfigureMockMvc
abstract class AccountPages {
  static final String LIST = "/account/subscriptions";

  @Autowired MockMvc mvc;
  @Autowired TestDatabase database;
  @Autowired StepClock clock;
  @Autowired FakeStorefront storefront;
  @Autowired SubscriptionCheckout checkout;
  @Autowired SubscriptionQueries queries;
  @Autowired SubscriptionCommands commands;
  @Autowired PaymentMethods methods;

  CustomerId ada;
  CustomerId bob;
  private int orders;

  @BeforeEach
  void openTheShop() {
    database.empty();
    clock.set("2026-11-21T10:00:00Z");
    ada = storefront.customer("ada");
    bob = storefront.customer("bob");
  }

  /** A subscription of one product, paid for now with a card that works. */
  SubscriptionId subscribe(CustomerId customer, Sku sku, int quantity, OfferBuilder offer) {
    return subscribe(customer, SandboxCard.SUCCEEDS, sku, quantity, offer);
  }

  SubscriptionId subscribe(
      CustomerId customer, SandboxCard card, Sku sku, int quantity, OfferBuilder offer) {
    PaymentMethodId method = methods.store(customer, card.token()).id();
    PaidOrderBuilder order =
        PaidOrderBuilder.order("order-" + ++orders, customer, clock.instant())
            .paidWith(method)
            .with(sku, quantity, offer);
    return checkout.onOrderPaid(order.build()).get(0);
  }

  Sku coffee() {
    return storefront.product("Coffee", ProductKind.PHYSICAL, "15.00");
  }

  static OfferBuilder monthly(String price) {
    return OfferBuilder.monthly(price).plan(1, "Monthly");
  }

  Subscription stored(SubscriptionId id) {
    return queries.find(id).orElseThrow();
  }

  void cancel(SubscriptionId id) {
    commands.cancel(id, Actor.shopper(), "");
  }

  static String pathOf(SubscriptionId id) {
    return LIST + "/" + id;
  }

  /** What the browser of a signed-in customer gets. */
  ResultActions open(CustomerId customer, String path) throws Exception {
    return mvc.perform(get(path).with(user(customer.value())));
  }

  Document page(CustomerId customer, String path) throws Exception {
    return document(open(customer, path).andReturn());
  }

  /** What a form of the page sends, with its token. */
  ResultActions send(CustomerId customer, String path, String... fields) throws Exception {
    MockHttpServletRequestBuilder request = post(path).with(user(customer.value())).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return mvc.perform(request);
  }

  /** The page that the browser shows after a form was sent. */
  Document follow(CustomerId customer, ResultActions sent) throws Exception {
    MvcResult result = sent.andReturn();
    String target = Optional.ofNullable(result.getResponse().getRedirectedUrl()).orElseThrow();
    return document(
        mvc.perform(get(target).with(user(customer.value())).flashAttrs(result.getFlashMap()))
            .andReturn());
  }

  static Document document(MvcResult result) throws Exception {
    return Jsoup.parse(result.getResponse().getContentAsString());
  }

  /** The texts of a section's rows. */
  static List<String> rows(Document page, String section) {
    return page.select("section[aria-labelledby=" + section + "] li").eachText();
  }
}
