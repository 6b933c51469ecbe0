package org.evergreen.admintest;

import static org.evergreen.testing.PaidOrderBuilder.order;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.jobs.Job;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.ShopperCharges;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.renewal.RenewalRun;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.testing.FakeStorefront;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.StepClock;
import org.evergreen.testing.TestDatabase;
import org.joda.money.Money;

/** What happened in the shop before the merchant looks. */
public class AdminShop {

  /** When every test begins: ten in the morning in New York, two days into summer time. */
  public static final String START = "2026-03-10T14:00:00Z";

  private final TestDatabase database;
  private final StepClock clock;
  private final FakeStorefront storefront;
  private final SubscriptionCheckout checkout;
  private final ShopperCharges charges;
  private final PaymentMethods methods;
  private final RenewalRun run;
  private final List<Job> jobs;
  private final AtomicInteger orders = new AtomicInteger();

  AdminShop(
      TestDatabase database,
      StepClock clock,
      FakeStorefront storefront,
      SubscriptionCheckout checkout,
      ShopperCharges charges,
      PaymentMethods methods,
      RenewalRun run,
      List<Job> jobs) {
    this.database = database;
    this.clock = clock;
    this.storefront = storefront;
    this.checkout = checkout;
    this.charges = charges;
    this.methods = methods;
    this.run = run;
    this.jobs = jobs;
  }

  /** Begins anew: no rows, the clock at {@link #START}, a host that works, jobs that run. */
  public void open() {
    database.empty();
    clock.set(START);
    storefront.orders().repair();
    orders.set(0);
    jobs.forEach(job -> ran(job.name()));
  }

  /** A job has run on some node just now. */
  private void ran(String job) {
    database
        .jdbc()
        .update(
            "insert into evergreen_scheduled_task (task_name, task_instance, execution_time,"
                + " picked, last_success, version)"
                + " values (?, 'recurring', now() + interval '1 minute', false, now(), 1)",
            job);
  }

  public Sku product(String name, String price) {
    return storefront.product(name, ProductKind.PHYSICAL, price);
  }

  /** A subscription for one unit that is bought now with a card. */
  public SubscriptionId buy(String customer, SandboxCard card, Sku sku, OfferBuilder offer) {
    CustomerId buyer = storefront.customer(customer);
    PaymentMethod method = methods.store(buyer, card.token());
    String number = "order-" + orders.incrementAndGet();
    return checkout
        .onOrderPaid(
            order(number, buyer, clock.instant()).paidWith(method.id()).with(sku, 1, offer).build())
        .get(0);
  }

  /** Charges the first order of a subscription, as a host's checkout does. */
  public void chargeCheckout(String order, String customer, Money amount) {
    CustomerId buyer = new CustomerId(customer);
    PaymentMethod method = methods.ofCustomer(buyer).get(0);
    charges.charge(
        "checkout-" + order, ChargePurpose.CHECKOUT, buyer, method.id(), amount, "First order");
  }

  /** Lets time pass and renews what is due then. */
  public void renewAfter(Duration time) {
    clock.advance(time);
    run.runDue();
  }

  public StepClock clock() {
    return clock;
  }

  public FakeStorefront storefront() {
    return storefront;
  }

  public TestDatabase database() {
    return database;
  }

  public void renew() {
    run.runDue();
  }
}
