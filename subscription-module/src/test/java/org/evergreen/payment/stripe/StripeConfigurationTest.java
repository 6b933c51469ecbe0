package org.evergreen.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.usd;

import java.time.Duration;
import java.util.Map;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.ChargeRecovery;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Charges;
import org.evergreen.payment.Gateways;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.ShopperCharges;
import org.evergreen.payment.stripe.wire.Fault;
import org.evergreen.payment.stripe.wire.Operation;
import org.evergreen.payment.stripe.wire.StripeDouble;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.evergreen.storefront.CustomerId;
import org.evergreen.testing.StepClock;
import org.evergreen.testing.TestShop;
import org.junit.jupiter.api.Test;

/** The whole engine with Stripe as its gateway. */
class StripeConfigurationTest {

  private static final String NOW = "2026-01-31T16:00:00Z";

  @Test
  void emptyKeyMeansTheSandbox() {
    try (TestShop shop = TestShop.in("UTC", NOW, Map.of("evergreen.stripe.secret-key", " "))) {
      assertThat(shop.get(Gateways.class).forNewMethods().name()).isEqualTo("sandbox");
    }
  }

  @Test
  void shopWithAKeyChargesWithStripeAndRecoversLostAnswers() {
    try (StripeDouble stripe = StripeDouble.start(StepClock.at(NOW));
        TestShop shop = shopOver(stripe)) {
      CustomerId ada = shop.storefront().customer("ada");
      String token = stripe.account().looseMethod(TestMethod.VISA);
      PaymentMethod card = shop.get(PaymentMethods.class).store(ada, token);
      stripe.faults().next(Operation.CREATE_INTENT, Fault.ERROR_AFTER, Fault.ERROR_AFTER);
      stripe.faults().next(Operation.CREATE_INTENT, Fault.ERROR_AFTER);

      Charge charge =
          shop.get(ShopperCharges.class)
              .charge("checkout-1", ChargePurpose.CHECKOUT, ada, card.id(), usd("9.90"), "Order");
      shop.clock().advance(Duration.ofMinutes(6));
      int recovered = shop.get(ChargeRecovery.class).recover();

      assertThat(card.gateway()).isEqualTo("stripe");
      assertThat(charge.state()).isEqualTo(ChargeState.SUBMITTED);
      assertThat(recovered).isEqualTo(1);
      assertThat(shop.get(Charges.class).latest("checkout-1").orElseThrow().state())
          .isEqualTo(ChargeState.SUCCEEDED);
      assertThat(stripe.account().intents()).hasSize(1);
      assertThat(stripe.violations()).isEmpty();
    }
  }

  private static TestShop shopOver(StripeDouble stripe) {
    return TestShop.in(
        "UTC",
        NOW,
        Map.of(
            "evergreen.stripe.secret-key",
            StripeDouble.SECRET_KEY,
            "evergreen.stripe.publishable-key",
            "pk_test_double",
            "evergreen.stripe.webhook-secret",
            "whsec_double",
            "evergreen.stripe.base-url",
            stripe.url().toString()));
  }
}
