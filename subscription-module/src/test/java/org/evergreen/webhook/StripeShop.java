package org.evergreen.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.payment.BrowserSide;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.stripe.StripeSettings;
import org.evergreen.payment.stripe.wire.BookedIntent;
import org.evergreen.payment.stripe.wire.StripeAccount;
import org.evergreen.payment.stripe.wire.StripeDouble;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.evergreen.renewal.RenewalRecovery;
import org.evergreen.renewal.RenewalRun;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.testing.PaidOrderBuilder;
import org.evergreen.testing.TestShop;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A shop that is paid through the double of Stripe, and hears of it by webhooks. */
final class StripeShop implements AutoCloseable {

  static final String START = "2026-01-31T16:00:00Z";
  static final String DUE = "2026-02-28T16:00:00Z";

  private final TestShop shop;
  private final StripeDouble stripe;
  private final List<String> underWay = new ArrayList<>();
  private int delivered;

  StripeShop() {
    // One request after the other, so that a history is the same whenever it is made.
    Map<String, String> settings =
        Map.of("evergreen.renewal.workers", "1", "evergreen.renewal.in-flight", "1");
    shop = TestShop.in("America/Chicago", START, settings, OverTheDouble.class);
    stripe = shop.get(StripeDouble.class);
  }

  /** Begins anew. */
  void empty() {
    shop.empty();
    shop.storefront().orders().clear();
    shop.clock().set(START);
    stripe.empty();
    delivered = 0;
    underWay.clear();
  }

  TestShop shop() {
    return shop;
  }

  <T> T get(Class<T> type) {
    return shop.get(type);
  }

  StripeDouble stripe() {
    return stripe;
  }

  StripeAccount account() {
    return stripe.account();
  }

  /** A monthly subscription for 9.90, begun now. */
  SubscriptionId subscribe(String name, TestMethod method) {
    CustomerId customer = shop.storefront().customer(name);
    PaymentMethod card = get(PaymentMethods.class).store(customer, account().looseMethod(method));
    Sku sku = shop.storefront().product("Membership", ProductKind.VIRTUAL, "9.90");
    PaidOrderBuilder order =
        PaidOrderBuilder.order("first-" + name, customer, shop.clock().instant())
            .paidWith(card.id())
            .with(sku, 1, monthly("9.90"));
    return get(SubscriptionCheckout.class).onOrderPaid(order.build()).get(0);
  }

  /** The first renewals of all subscriptions. */
  void renewalsAreDue() {
    shop.clock().set(DUE);
    renew();
  }

  void renew() {
    get(RenewalRun.class).runDue();
  }

  void recover() {
    get(RenewalRecovery.class).recover();
  }

  /** The latest payment at Stripe. */
  BookedIntent intent() {
    List<BookedIntent> all = account().intents();
    return all.get(all.size() - 1);
  }

  /** Stripe sends what has happened since the last delivery: each once, in order. */
  void deliver() {
    undelivered().forEach(this::receive);
  }

  /** Stripe sends all that was not delivered yet: up to five times, in any order. */
  void deliver(Random chance) {
    getUnderWay(chance);
    List<String> all = List.copyOf(underWay);
    underWay.clear();
    all.forEach(event -> receive(event, chance));
  }

  /** Some of what Stripe sends arrives, some later. */
  void deliverSome(Random chance) {
    getUnderWay(chance);
    for (int count = chance.nextInt(underWay.size() + 1); count > 0; count--) {
      receive(underWay.remove(0), chance);
    }
  }

  private void getUnderWay(Random chance) {
    undelivered()
        .forEach(event -> underWay.addAll(Collections.nCopies(1 + chance.nextInt(5), event)));
    Collections.shuffle(underWay, chance);
  }

  private void receive(String event, Random chance) {
    receive(event);
    if (chance.nextInt(4) == 0) {
      process();
    }
  }

  private List<String> undelivered() {
    List<String> all = account().events();
    List<String> fresh = List.copyOf(all.subList(delivered, all.size()));
    delivered = all.size();
    return fresh;
  }

  /** Stripe sends an event that is made up, for example a late one. */
  void deliver(String id, String type, String object) {
    receive(SignedBody.event(id, type, object, shop.clock().instant()));
  }

  private void receive(String body) {
    SignedBody webhook = SignedBody.of(body, StripeDouble.WEBHOOK_SECRET, shop.clock().instant());
    WebhookReceipt receipt =
        get(Webhooks.class).receive("stripe", webhook.body(), webhook.signature());
    assertThat(receipt).isInstanceOf(WebhookReceipt.Accepted.class);
  }

  WebhookReport process() {
    return get(WebhookProcessing.class).processWaiting();
  }

  /** What came of working off a delivery: nothing is tried again, nothing failed. */
  void deliverAndProcess() {
    deliver();
    WebhookReport report = process();
    assertThat(report.postponed() + report.failed()).as("not done").isZero();
  }

  /** Works off until nothing waits. */
  void processUntilQuiet() {
    for (int round = 0; round < 30 && !waiting().isEmpty(); round++) {
      shop.clock().advance(Duration.ofMinutes(2));
      process();
    }
    assertThat(waiting()).isEmpty();
  }

  private List<WebhookEvent> waiting() {
    return get(WebhookLog.class).page(Optional.of(WebhookState.WAITING), Optional.empty(), 10);
  }

  /** The kept events of a state as type and problem. */
  List<String> events(WebhookState state) {
    return get(WebhookLog.class).page(Optional.of(state), Optional.empty(), 1000).stream()
        .map(event -> event.type() + event.problem().map(text -> ": " + text).orElse(""))
        .toList();
  }

  /** Charges as {@code customer attempt state}, refunds and disputes, and what came of them. */
  List<String> books() {
    return shop.jdbc()
        .queryForList(
            """
            select c.customer_id || ' ' || c.attempt || ' charge ' || c.state || ' ' || c.amount
              from evergreen_charge c
            union all
            select c.customer_id || ' refund ' || r.state || ' ' || r.amount from evergreen_refund r
              join evergreen_charge c on c.id = r.charge_id
            union all
            select c.customer_id || ' dispute ' || d.state || ' ' || d.amount
              from evergreen_dispute d join evergreen_charge c on c.id = d.charge_id
            union all
            select s.customer_id || ' subscription ' || s.status from evergreen_subscription s
            union all
            select b.customer_id || ' group ' || g.status from evergreen_renewal_group g
              join evergreen_billing_account b on b.id = g.billing_account_id
            union all
            select m.customer_id || ' method ' || m.expiry || ' ' || coalesce(m.blocked_reason, '')
              from evergreen_payment_method m
            order by 1""",
            String.class);
  }

  /** The states of a customer's charges, first attempt first. */
  List<String> charges(String customer) {
    return shop.jdbc()
        .queryForList(
            "select state from evergreen_charge where customer_id = ? order by id",
            String.class,
            customer);
  }

  @Override
  public void close() {
    shop.close();
    stripe.close();
  }

  @Configuration(proxyBeanMethods = false)
  static class OverTheDouble {

    @Bean
    StripeDouble stripeDouble(Clock clock) {
      return StripeDouble.start(clock);
    }

    /** Without the library's own retries, which sleep. */
    @Bean
    StripeSettings stripeSettings(StripeDouble stripe) {
      return new StripeSettings(
          StripeDouble.SECRET_KEY,
          StripeDouble.WEBHOOK_SECRET,
          new BrowserSide(StripeDouble.PUBLISHABLE_KEY, "/js/v3"),
          Optional.of(stripe.url()),
          new StripeSettings.Patience(Duration.ofSeconds(20), Duration.ofSeconds(20), 0),
          StripeSettings.LIMITS);
    }
  }
}
