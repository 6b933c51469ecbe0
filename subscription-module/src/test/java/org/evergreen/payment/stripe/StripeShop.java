package org.evergreen.payment.stripe;

import static org.evergreen.testing.OfferBuilder.usd;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.ChargeSettlement;
import org.evergreen.payment.Charges;
import org.evergreen.payment.GatewayCalls;
import org.evergreen.payment.NewCharge;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.RemovedMethods;
import org.evergreen.payment.ShopperCharges;
import org.evergreen.payment.stripe.wire.StripeAccount;
import org.evergreen.payment.stripe.wire.StripeDouble;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.evergreen.storefront.CustomerId;
import org.evergreen.testing.StepClock;
import org.evergreen.testing.TestShop;

/** The whole engine with Stripe's double as its gateway, and one customer. */
final class StripeShop implements AutoCloseable {

  private static final String NOW = "2026-01-31T16:00:00Z";

  private final StepClock stripesClock = StepClock.at(NOW);
  private final StripeDouble stripe = StripeDouble.start(stripesClock);
  private final TestShop shop;

  StripeShop(Class<?>... more) {
    Map<String, String> settings = new HashMap<>();
    settings.put("evergreen.stripe.secret-key", StripeDouble.SECRET_KEY);
    settings.put("evergreen.stripe.publishable-key", StripeDouble.PUBLISHABLE_KEY);
    settings.put("evergreen.stripe.webhook-secret", StripeDouble.WEBHOOK_SECRET);
    settings.put("evergreen.stripe.base-url", stripe.url().toString());
    shop = TestShop.in("UTC", NOW, settings, more);
  }

  StripeDouble stripe() {
    return stripe;
  }

  StripeAccount account() {
    return stripe.account();
  }

  TestShop shop() {
    return shop;
  }

  <T> T get(Class<T> type) {
    return shop.get(type);
  }

  CustomerId ada() {
    return shop.storefront().customer("ada");
  }

  /** A method as a page hands it over that nobody has confirmed with his bank yet. */
  PaymentMethod stored(TestMethod kind) {
    return get(PaymentMethods.class).store(ada(), account().looseMethod(kind));
  }

  PaymentMethod now(PaymentMethod method) {
    return get(PaymentMethods.class).byId(List.of(method.id())).get(method.id());
  }

  Charge ordered(String subject, PaymentMethod method) {
    return get(ShopperCharges.class)
        .charge(subject, ChargePurpose.CHECKOUT, ada(), method.id(), usd("9.90"), "Order");
  }

  Charge renewed(String subject, PaymentMethod method) {
    return charged(
        new NewCharge(subject, ChargePurpose.RENEWAL, 1, ada(), method, usd("9.90"), "Renewal"));
  }

  Charge charged(NewCharge wanted) {
    List<Charge> opened = get(Charges.class).open(List.of(wanted));
    get(Charges.class).submit(opened.stream().map(Charge::id).toList());
    get(ChargeSettlement.class).settle(get(GatewayCalls.class).charge(opened));
    return get(Charges.class).latest(wanted.subject()).orElseThrow();
  }

  /** What the job does. */
  int tellOfRemovals() {
    return get(RemovedMethods.class).tellGateways();
  }

  void empty() {
    shop.empty();
    stripe.empty();
  }

  @Override
  public void close() {
    shop.close();
    stripe.close();
  }
}
