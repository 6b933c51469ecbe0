package org.evergreen.site.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.plan.ChangeGroupDraft;
import org.evergreen.plan.ChangeGroupId;
import org.evergreen.plan.ChangeGroups;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.PlanOffer;
import org.evergreen.plan.Plans;
import org.evergreen.renewal.RenewalRun;
import org.evergreen.settings.PolicyOverrides;
import org.evergreen.settings.SettingsStore;
import org.evergreen.site.host.HostApplication;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.terms.PriceRule;
import org.evergreen.testing.DraftBuilder;
import org.evergreen.testing.FakeStorefront;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.PaidOrderBuilder;
import org.evergreen.testing.SettingsBuilder;
import org.evergreen.testing.StepClock;
import org.evergreen.testing.TestDatabase;
import org.joda.money.Money;
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
  @Autowired SettingsStore settings;
  @Autowired Plans plans;
  @Autowired ChangeGroups groups;
  @Autowired RenewalRun renewals;

  CustomerId ada;
  CustomerId bob;
  private int orders;

  @BeforeEach
  void openTheShop() {
    database.empty();
    clock.set("2026-11-21T10:00:00Z");
    ada = storefront.customer("ada");
    bob = storefront.customer("bob");
    settings.forget();
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

  void set(SettingsBuilder builder) {
    settings.save(builder.build(), "Grace");
  }

  /** A plan of a change group at a price of its own, on every product. */
  PlanId plan(ChangeGroupId group, DraftBuilder draft, String price) {
    return plans.create(
        draft
            .storewide()
            .group(group)
            .price(new PriceRule.OwnPrice(Money.parse("USD " + price)))
            .build());
  }

  ChangeGroupId group(Sku... products) {
    return groups.create(
        new ChangeGroupDraft(
            "Group " + System.identityHashCode(products),
            Stream.of(products).map(Sku::productId).collect(Collectors.toSet()),
            PolicyOverrides.none()));
  }

  /** A subscription of one product under a plan of the shop. */
  SubscriptionId subscribe(Sku sku, int quantity, PlanId plan) {
    return subscribe(ada, SandboxCard.SUCCEEDS, sku, quantity, plan);
  }

  SubscriptionId subscribe(
      CustomerId customer, SandboxCard card, Sku sku, int quantity, PlanId plan) {
    PlanOffer offer = plans.find(plan).orElseThrow().offerFor(sku, clock.instant());
    return checkout.onOrderPaid(order(customer, card).with(sku, quantity, offer).build()).get(0);
  }

  /** An order of now. */
  PaidOrderBuilder order(CustomerId customer, SandboxCard card) {
    return PaidOrderBuilder.order("order-" + ++orders, customer, clock.instant())
        .paidWith(methods.store(customer, card.token()).id());
  }

  /** What the page of an action shows for answers. */
  Document look(SubscriptionId id, String action, String... fields) throws Exception {
    String[] all = Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = "look";
    all[fields.length + 1] = "1";
    return document(send(ada, pathOf(id) + "/" + action, all).andReturn());
  }

  /** What the page of an action says would happen. */
  List<String> preview(SubscriptionId id, String action, String... fields) throws Exception {
    return look(id, action, fields).select("#evergreen-preview > ul > li").eachText();
  }

  /** Looks at an action and confirms what is shown. */
  ResultActions confirm(SubscriptionId id, String action, String... fields) throws Exception {
    String seen = look(id, action, fields).select("input[name=seen]").val();
    assertThat(seen).as("the token of a preview").isNotEmpty();
    return confirmSeen(id, action, seen, fields);
  }

  ResultActions confirmSeen(SubscriptionId id, String action, String seen, String... fields)
      throws Exception {
    String[] all = Arrays.copyOf(fields, fields.length + 2);
    all[fields.length] = "seen";
    all[fields.length + 1] = seen;
    return send(ada, pathOf(id) + "/" + action, all);
  }

  /** The same, and what the next page says. */
  String done(SubscriptionId id, String action, String... fields) throws Exception {
    return follow(ada, confirm(id, action, fields)).select(".alert-success").text();
  }

  /** The sentence with which opening an action is refused. */
  String refused(SubscriptionId id, String action) throws Exception {
    return follow(ada, open(ada, pathOf(id) + "/" + action))
        .select(".alert[role=alert]")
        .first()
        .text();
  }

  /** The actions that the page offers, by slug. */
  List<String> offered(SubscriptionId id) throws Exception {
    return page(ada, pathOf(id)).select(".evergreen-actions a").eachAttr("href").stream()
        .map(href -> href.substring(href.lastIndexOf('/') + 1))
        .toList();
  }

  /** The texts of a section's rows. */
  static List<String> rows(Document page, String section) {
    return page.select("section[aria-labelledby=" + section + "] li").eachText();
  }
}
