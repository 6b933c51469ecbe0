package org.evergreen.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A shop that hears of what happens at Stripe, empty before each test. */
abstract class NewsTest {

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
}
