package org.evergreen.demo.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.demo.testing.StripeStore.STRIPE;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.cart.CartOwner;
import org.evergreen.demo.cart.Carts;
import org.evergreen.demo.clock.DemoClock;
import org.evergreen.demo.order.OrderBook;
import org.evergreen.demo.order.OrderStatus;
import org.evergreen.demo.order.ShopOrder;
import org.evergreen.demo.testing.DemoStoreTest;
import org.evergreen.demo.testing.Shoppers;
import org.evergreen.demo.testing.StripeStore;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Charges;
import org.evergreen.payment.stripe.wire.BookedIntent;
import org.evergreen.payment.stripe.wire.StripeDouble;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.evergreen.renewal.RenewalRecovery;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.webhook.WebhookProcessing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;

/** A shopper confirms his payment with his bank and closes the tab before the store is told. */
@DemoStoreTest
@ContextConfiguration(initializers = {DemoStoreTest.OwnDatabase.class, StripeStore.class})
class ClosedTabTest {

  @Autowired private MockMvc web;
  @Autowired private Shoppers shoppers;
  @Autowired private CartPricing pricing;
  @Autowired private Carts carts;
  @Autowired private OrderBook book;
  @Autowired private Charges charges;
  @Autowired private SubscriptionQueries subscriptions;
  @Autowired private WebhookProcessing webhooks;
  @Autowired private RenewalRecovery recovery;
  @Autowired private DemoClock clock;
  @LocalServerPort private int port;

  private ShopUser shopper;
  private ShopOrder order;
  private BookedIntent intent;

  @BeforeEach
  void theBankAsksAndTheShopperConfirmsAndIsGone() throws Exception {
    StripeStore.follow(clock);
    shopper = shoppers.shopperWithAddress();
    shoppers.put(shopper, "house-blend-beans", "Monthly delivery");
    web.perform(
        post("/checkout")
            .with(user(shopper))
            .with(csrf())
            .param("token", UUID.randomUUID().toString())
            .param("address", Long.toString(shoppers.addressOf(shopper)))
            .param("method", "new-bought")
            .param("card", STRIPE.account().looseMethod(TestMethod.AUTHENTICATES_ONCE))
            .param("total", total()));
    order = book.history(shopper.accountId(), 0, 10).get(0);
    assertThat(charge().state()).isEqualTo(ChargeState.ACTION_REQUIRED);
    assertThat(statuses()).containsExactly(SubscriptionStatus.PENDING);
    intent = STRIPE.account().intents().get(STRIPE.account().intents().size() - 1);

    STRIPE.account().shopperConfirms(intent.id());
  }

  @AfterEach
  void stripeUnderstoodEverything() {
    assertThat(STRIPE.violations()).isEmpty();
  }

  @Test
  void theWebhookCompletesTheOrderOnceHoweverOftenItComes() {
    assertThat(deliver(1)).isPositive();
    webhooks.processWaiting();
    isCompleteOnce();

    STRIPE.forgetDeliveries();
    assertThat(deliver(2)).isPositive();
    webhooks.processWaiting();
    isCompleteOnce();
  }

  @Test
  void hisComingBackLaterChangesNothing() throws Exception {
    deliver(3);
    webhooks.processWaiting();

    web.perform(post("/orders/" + order.number() + "/confirm").with(user(shopper)).with(csrf()))
        .andExpect(redirectedUrl("/orders/" + order.number() + "?placed"));

    isCompleteOnce();
  }

  @Test
  void theOrderIsCompletedThoughTheWebhookIsLost() {
    clock.advanceTo(clock.instant().plus(Duration.ofHours(6)).plusSeconds(1));
    recovery.recover();
    isCompleteOnce();

    deliver(4);
    webhooks.processWaiting();
    isCompleteOnce();
  }

  private int deliver(long chance) {
    URI store = URI.create("http://localhost:" + port + "/webhooks/stripe");
    return STRIPE.deliver(store, StripeDouble.WEBHOOK_SECRET, 5, new Random(chance));
  }

  private void isCompleteOnce() {
    ShopOrder now = book.history(shopper.accountId(), 0, 10).get(0);
    assertThat(book.count(shopper.accountId())).isEqualTo(1);
    assertThat(now.status()).isEqualTo(OrderStatus.PAID);
    assertThat(charge().state()).isEqualTo(ChargeState.SUCCEEDED);
    assertThat(charge().attempt()).isEqualTo(1);
    assertThat(statuses()).containsExactly(SubscriptionStatus.ACTIVE);
    assertThat(subscriptions.history(subscription().id()))
        .filteredOn(event -> event.what() == What.ACTIVATED)
        .hasSize(1);
    assertThat(shoppers.cart(shopper)).isEmpty();
    assertThat(paidAtStripe()).hasSize(1);
  }

  private List<BookedIntent> paidAtStripe() {
    return STRIPE.account().intents().stream()
        .filter(one -> one.id().equals(intent.id()) && one.received() > 0)
        .toList();
  }

  private Subscription subscription() {
    return subscriptions.ofCustomer(shopper.customer()).get(0);
  }

  private List<SubscriptionStatus> statuses() {
    return subscriptions.ofCustomer(shopper.customer()).stream().map(Subscription::status).toList();
  }

  private Charge charge() {
    return charges.latest(CheckoutSubject.of(order.id())).orElseThrow();
  }

  private String total() {
    return pricing
        .totals(
            carts.of(new CartOwner.Shopper(shopper.accountId())),
            Optional.of(shopper.customer()),
            Optional.of(Shoppers.address()))
        .today()
        .total()
        .toString();
  }
}
