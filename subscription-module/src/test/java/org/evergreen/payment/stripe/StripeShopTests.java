package org.evergreen.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import org.evergreen.payment.Charge;
import org.evergreen.payment.Gateways;
import org.evergreen.payment.PaymentGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A shop with Stripe's double as its gateway, empty before each test. */
abstract class StripeShopTests {

  static StripeShop shop;

  @BeforeAll
  static void start() {
    shop = new StripeShop();
  }

  @AfterAll
  static void stop() {
    shop.close();
  }

  @BeforeEach
  void empty() {
    shop.empty();
  }

  @AfterEach
  void stripeUnderstoodAll() {
    assertThat(shop.stripe().violations()).isEmpty();
  }

  static PaymentGateway stripe() {
    return shop.get(Gateways.class).named("stripe");
  }

  static String reference(Charge charge) {
    return charge.gatewayReference().orElseThrow();
  }
}
