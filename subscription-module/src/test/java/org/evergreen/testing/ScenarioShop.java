package org.evergreen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.jobs.Job;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.renewal.RenewalGroupView;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.renewal.RenewalRemedies;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.time.ShopTime;

/**
 * A shop in which scenarios are played: the whole engine with the sandbox gateway, a host and a
 * mail server in memory, and the jobs that a real shop runs. Days are the shop's own.
 */
public final class ScenarioShop implements AutoCloseable {

  private static final Duration STEP = Duration.ofDays(1);
  private static final String TAKEN_BY_GATEWAY =
      "select coalesce(sum(amount), 0) from evergreen_sandbox_charge"
          + " where outcome in ('SUCCEEDED', 'PROCESSING')";
  private static final String TAKEN_BY_US =
      "select coalesce(sum(amount), 0) from evergreen_charge where state = 'SUCCEEDED'";

  private final TestShop shop;
  private final AtomicInteger orders = new AtomicInteger();

  private ScenarioShop(TestShop shop) {
    this.shop = shop;
  }

  /** A shop in a zone. */
  public static ScenarioShop in(String zone) {
    Map<String, String> settings =
        Map.of("evergreen.jobs.enabled", "true", "evergreen.shop.base-url", "https://shop.example");
    return new ScenarioShop(TestShop.in(zone, "2026-01-01T00:00:00Z", settings, FakeMailbox.class));
  }

  /** Begins a scenario: nobody has bought anything, and it is ten o'clock on a day. */
  public ScenarioShop opensOn(String day) {
    shop.empty();
    shop.storefront().orders().clear();
    host().repair();
    mailbox().clear();
    shop.clock().set(tenOClock(day));
    shop.settings(SettingsBuilder.settings().withoutReminders());
    return this;
  }

  /** Shoppers are written to before something happens, as they are unless told otherwise. */
  public ScenarioShop withReminders() {
    shop.settings(SettingsBuilder.settings());
    return this;
  }

  /** A shopper who has signed up and left a card. */
  public Shopper shopper(String name, SandboxCard card) {
    CustomerId id = shop.storefront().customer(name);
    return new Shopper(this, id).payingWith(card);
  }

  /** Lets the jobs do their work, now and every day until a day at half past ten. */
  public void runsUntil(String day) {
    Instant end = tenOClock(day).plus(Duration.ofMinutes(30));
    runJobs();
    while (shop.clock().instant().isBefore(end)) {
      Instant next = shop.clock().instant().plus(STEP);
      shop.clock().set(next.isBefore(end) ? next : end);
      runJobs();
    }
  }

  /** Nothing runs until a day: the server is down. */
  public void isDownUntil(String day) {
    shop.clock().set(tenOClock(day));
  }

  private void runJobs() {
    shop.context().getBeansOfType(Job.class).values().stream()
        .sorted(Comparator.comparing(Job::name))
        .forEach(job -> job.work().run());
  }

  /** The host's orders, which can break down. */
  public FakeOrders host() {
    return shop.storefront().orders();
  }

  /** A merchant has everything of a shopper charged again that is owed or waits. */
  public void merchantRetries(Shopper shopper) {
    shopper.subscriptions().stream()
        .flatMap(one -> get(RenewalMonitor.class).ofSubscription(one.id()).stream())
        .map(RenewalGroupView::id)
        .forEach(group -> get(RenewalRemedies.class).retryNow(group, Actor.merchant("Grace")));
  }

  /** What must be true after every scenario: the gateway's books and the shop's are the same. */
  public void booksAgree() {
    assertThat(shop.jdbc().queryForObject(TAKEN_BY_GATEWAY, BigDecimal.class))
        .isEqualByComparingTo(shop.jdbc().queryForObject(TAKEN_BY_US, BigDecimal.class));
  }

  List<SubscriptionId> sell(PaidOrderBuilder order) {
    return get(SubscriptionCheckout.class).onOrderPaid(order.build());
  }

  PaidOrderBuilder order(CustomerId customer) {
    return PaidOrderBuilder.order("order-" + orders.incrementAndGet(), customer, shop.time().now());
  }

  FakeMailbox mailbox() {
    return get(FakeMailbox.class);
  }

  TestShop shop() {
    return shop;
  }

  <T> T get(Class<T> type) {
    return shop.get(type);
  }

  LocalDate day(Instant instant) {
    return get(ShopTime.class).dateOf(instant);
  }

  private Instant tenOClock(String day) {
    return LocalDate.parse(day).atTime(10, 0).atZone(shop.time().zone()).toInstant();
  }

  @Override
  public void close() {
    shop.close();
  }
}
