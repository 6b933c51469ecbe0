package org.evergreen.broadleaf.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.broadleaf.site.StripeSite.STRIPE;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadleafcommerce.profile.core.service.CustomerService;
import org.evergreen.broadleaf.tryout.start.TryoutClock;
import org.evergreen.payment.stripe.wire.BookedIntent;
import org.evergreen.payment.stripe.wire.Fault;
import org.evergreen.payment.stripe.wire.Operation;
import org.evergreen.payment.stripe.wire.StripeDouble;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.evergreen.plan.PlanId;
import org.evergreen.renewal.RenewalRecovery;
import org.evergreen.renewal.RenewalRun;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.PlanConditions;
import org.evergreen.terms.Trial;
import org.evergreen.webhook.WebhookProcessing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/** Broadleaf's site with Stripe: bought, renewed, declined, told by webhooks. */
@SiteTest
@ContextConfiguration(initializers = {SiteDatabase.class, StripeSite.class})
class RenewalsWithStripeTest {

  private static final long SAUCE = 5;
  private static final long OTHER_SAUCE = 6;
  private static final int SEED = 4;

  @LocalServerPort int port;
  @Autowired Shop shop;
  @Autowired SubscriptionQueries subscriptions;
  @Autowired RenewalRun renewals;
  @Autowired RenewalRecovery recovery;
  @Autowired WebhookProcessing webhooks;
  @Autowired TryoutClock clock;
  @Autowired JdbcTemplate jdbc;

  @Autowired
  @Qualifier("blCustomerService")
  CustomerService customers;

  private Visitor visitor;

  @BeforeEach
  void registeredVisitor() {
    StripeSite.follow(clock);
    visitor = new Visitor(port);
    visitor.register();
  }

  @AfterEach
  void nothingGoesWrongAnyMore() {
    STRIPE.faults().otherwise(operation -> Fault.NONE);
  }

  @AfterEach
  void everyRequestWasOneThatStripeTakes() {
    assertThat(STRIPE.violations()).isEmpty();
  }

  @Test
  void dueOnTheSameDayAreOnePaymentIntentAndOneBroadleafOrder() {
    String card = STRIPE.account().looseMethod(TestMethod.VISA);
    buy(SAUCE, shop.monthly("Sauce by Stripe", "7.50", SAUCE), card);
    buy(OTHER_SAUCE, shop.monthly("Other by Stripe", "5.25", OTHER_SAUCE), card);
    deliver();
    long orders = orders();

    clock.forward(Duration.ofDays(32));
    renewals.runDue();
    recovery.recover();
    deliver();
    deliver();

    assertThat(renewalIntents())
        .singleElement()
        .matches(BookedIntent::isPaid)
        .matches(intent -> intent.received() == 1775, "17.75 were received");
    assertThat(orders()).isEqualTo(orders + 1);
    assertThat(lastOrder()).containsEntry("order_status", "SUBMITTED");
    assertThat(lastOrder().get("order_total").toString()).startsWith("17.75");
    assertThat(chargeStates()).containsExactly("SUCCEEDED");
    assertThat(own()).extracting(Subscription::status).containsOnly(SubscriptionStatus.ACTIVE);
    assertThat(
            jdbc.queryForObject(
                "select count(*) from evergreen_webhook_event where state = 'WAITING'", Long.class))
        .isZero();
  }

  @Test
  void paymentWhoseAnswerWasLostIsFoundAgainAndNotMadeTwice() {
    buy(
        SAUCE,
        shop.monthly("Lost answer", "8.00", SAUCE),
        STRIPE.account().looseMethod(TestMethod.VISA));
    clock.forward(Duration.ofDays(32));
    STRIPE
        .faults()
        .next(
            Operation.CREATE_INTENT, Fault.DROPPED_AFTER, Fault.DROPPED_AFTER, Fault.DROPPED_AFTER);

    renewals.runDue();
    clock.forward(Duration.ofMinutes(10));
    recovery.recover();

    assertThat(renewalIntents()).singleElement().matches(BookedIntent::isPaid);
    assertThat(chargeStates()).containsExactly("SUCCEEDED");
  }

  @Test
  void declinedRenewalIsOwedAndHasItsNextAttempt() {
    PlanId trial =
        shop.plan(
            "Declined by Stripe",
            Shop.terms(
                "9.00",
                "0.00",
                new Trial(new BillingInterval(14, IntervalUnit.DAY), false),
                null,
                PlanConditions.usual()),
            SAUCE);
    tries(SAUCE, trial, TestMethod.FAILS_WHEN_CHARGED);
    assertThat(own()).extracting(Subscription::status).containsExactly(SubscriptionStatus.TRIALING);

    clock.forward(Duration.ofDays(15));
    renewals.runDue();
    deliver();

    assertThat(chargeStates()).containsExactly("DECLINED");
    assertThat(own()).extracting(Subscription::status).containsExactly(SubscriptionStatus.PAST_DUE);
    assertThat(
            jdbc.queryForObject(
                "select retry_at is not null from evergreen_renewal_group where customer_id = ?",
                Boolean.class,
                customer().value()))
        .isTrue();
  }

  @Test
  void cardThatAsksForItsBankDoesNotStandInTheWayOfTheNext() {
    fillCart(SAUCE, shop.monthly("Asks the bank", "8.50", SAUCE));

    assertThat(visitor.pay(STRIPE.account().looseMethod(TestMethod.AUTHENTICATES_ALWAYS)).body())
        .contains("Please use another card");
    assertThat(own()).isEmpty();
    assertThat(visitor.pay(STRIPE.account().looseMethod(TestMethod.VISA)).uri().getPath())
        .startsWith("/account/orders/");

    assertThat(intents("CHECKOUT"))
        .extracting(BookedIntent::status)
        .containsExactlyInAnyOrder("canceled", "succeeded");
    assertThat(own()).hasSize(1);
  }

  @Test
  void paymentThatTheShopperConfirmedBeforeItWasGivenUpIsTheOnlyOne() {
    fillCart(SAUCE, shop.monthly("Confirmed after all", "8.25", SAUCE));
    STRIPE
        .faults()
        .otherwise(
            operation -> operation == Operation.CANCEL_INTENT ? Fault.DROPPED_BEFORE : Fault.NONE);
    assertThat(visitor.pay(STRIPE.account().looseMethod(TestMethod.AUTHENTICATES_ALWAYS)).body())
        .contains("Please use another card");
    STRIPE.faults().otherwise(operation -> Fault.NONE);
    STRIPE.account().shopperConfirms(intents("CHECKOUT").get(0).id());

    assertThat(visitor.pay(STRIPE.account().looseMethod(TestMethod.VISA)).uri().getPath())
        .startsWith("/account/orders/");

    assertThat(intents("CHECKOUT")).singleElement().matches(BookedIntent::isPaid);
    assertThat(own()).hasSize(1);
  }

  @Test
  void webhookWithAnotherSignatureIsRefused() {
    int accepted =
        STRIPE.deliver(site(), StripeDouble.WEBHOOK_SECRET + "-wrong", 1, new Random(SEED));
    assertThat(accepted).isZero();
  }

  private URI site() {
    return URI.create("http://localhost:" + port + "/webhooks/stripe");
  }

  /** Every event one to five times, in any order. */
  private void deliver() {
    STRIPE.deliver(site(), StripeDouble.WEBHOOK_SECRET, 5, new Random(SEED));
    webhooks.processWaiting();
  }

  private void fillCart(long product, PlanId plan) {
    visitor.add(product, plan.toString());
    visitor.giveAddress();
  }

  private void buy(long product, PlanId plan, String card) {
    fillCart(product, plan);
    assertThat(visitor.get("/checkout").body()).contains("data-evergreen-card");
    assertThat(visitor.pay(card).uri().getPath()).startsWith("/account/orders/");
  }

  /** Buys what costs nothing yet: the card is set up with Stripe in the page. */
  private void tries(long product, PlanId plan, TestMethod method) {
    fillCart(product, plan);
    String setup = visitor.submit("/checkout", "/account/payment-methods/setup", Map.of()).body();
    Matcher intent = Pattern.compile("seti_\\w+?(?=_secret)").matcher(setup);
    assertThat(intent.find()).as(setup).isTrue();
    STRIPE.account().shopperEnters(intent.group(), method);
    assertThat(visitor.pay(intent.group()).uri().getPath()).startsWith("/account/orders/");
  }

  private List<Subscription> own() {
    return subscriptions.ofCustomer(customer());
  }

  private CustomerId customer() {
    return new CustomerId(customers.readCustomerByUsername(visitor.email()).getId().toString());
  }

  private List<BookedIntent> renewalIntents() {
    return intents("RENEWAL");
  }

  private List<BookedIntent> intents(String purpose) {
    List<String> keys =
        jdbc.queryForList(
            "select idempotency_key from evergreen_charge where purpose = ? and customer_id = ?",
            String.class,
            purpose,
            customer().value());
    return STRIPE.account().intents().stream()
        .filter(intent -> keys.contains(intent.key()))
        .toList();
  }

  private List<String> chargeStates() {
    return jdbc.queryForList(
        "select state from evergreen_charge where purpose = 'RENEWAL' and customer_id = ?",
        String.class,
        customer().value());
  }

  private long orders() {
    return shop.count("blc_order where customer_id = " + customer().value());
  }

  private Map<String, Object> lastOrder() {
    return jdbc.queryForMap(
        "select * from blc_order where customer_id = ? order by order_id desc limit 1",
        Long.parseLong(customer().value()));
  }
}
