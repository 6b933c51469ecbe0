package org.evergreen.metrics;

import static org.evergreen.testing.OfferBuilder.monthly;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.jobs.Job;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.renewal.RenewalRun;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.testing.PaidOrderBuilder;
import org.evergreen.testing.TestShop;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** A shop with meters and health, whose subscriptions of 31 January are due on 28 February. */
final class WatchedShop implements AutoCloseable {

  static final String START = "2026-01-31T16:00:00Z";
  static final String DUE = "2026-02-28T16:00:00Z";

  private final TestShop shop = TestShop.in("America/Chicago", START, Map.of());
  private final AtomicInteger orders = new AtomicInteger();
  private MeterRegistry meters = new SimpleMeterRegistry();
  private Sku coffee;

  /** Begins anew: nothing sold, nothing counted, every job has just run. */
  WatchedShop open() {
    shop.empty();
    shop.clock().set(START);
    shop.storefront().orders().repair();
    coffee = shop.storefront().product("Coffee", ProductKind.PHYSICAL, "12.00");
    meters = new SimpleMeterRegistry();
    shop.context()
        .getBeansOfType(MeterBinder.class)
        .values()
        .forEach(binder -> binder.bindTo(meters));
    shop.context().getBeansOfType(Job.class).values().forEach(job -> ran(job.name()));
    return this;
  }

  private void ran(String job) {
    shop.jdbc()
        .update(
            "insert into evergreen_scheduled_task (task_name, task_instance, execution_time,"
                + " picked, last_success, version)"
                + " values (?, 'recurring', now() + interval '1 minute', false, now(), 1)",
            job);
  }

  SubscriptionId buy(String customer, SandboxCard card) {
    CustomerId buyer = shop.storefront().customer(customer);
    String order = "order-" + orders.incrementAndGet();
    return shop.get(SubscriptionCheckout.class)
        .onOrderPaid(
            PaidOrderBuilder.order(order, buyer, shop.clock().instant())
                .paidWith(shop.get(PaymentMethods.class).store(buyer, card.token()).id())
                .with(coffee, 1, monthly("9.90"))
                .build())
        .get(0);
  }

  /** Moves the clock; the vitals of before are not fresh any more. */
  WatchedShop at(String instant) {
    shop.clock().set(instant);
    return this;
  }

  WatchedShop renew() {
    shop.get(RenewalRun.class).runDue();
    return this;
  }

  Health health() {
    return shop.get(HealthIndicator.class).health();
  }

  double gauge(String name, String... tags) {
    return meters.get(name).tags(tags).gauge().value();
  }

  double count(String name, String... tags) {
    return meters.get(name).tags(tags).counter().count();
  }

  MeterRegistry meters() {
    return meters;
  }

  TestShop shop() {
    return shop;
  }

  <T> T get(Class<T> type) {
    return shop.get(type);
  }

  @Override
  public void close() {
    shop.close();
  }
}
