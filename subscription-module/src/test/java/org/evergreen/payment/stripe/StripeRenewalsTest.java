package org.evergreen.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.stripe.wire.BookedIntent;
import org.evergreen.payment.stripe.wire.Fault;
import org.evergreen.payment.stripe.wire.Operation;
import org.evergreen.payment.stripe.wire.StripeDouble;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.evergreen.renewal.RenewalRecovery;
import org.evergreen.renewal.RenewalRun;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.testing.PaidOrderBuilder;
import org.evergreen.testing.TestShop;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Renewals over a Stripe that misbehaves by chance: the books of both sides agree in the end. */
class StripeRenewalsTest {

  private static final int CUSTOMERS = 12;
  private static final long SEED = 1;
  private static final List<Fault> BAD =
      List.of(
          Fault.DROPPED_BEFORE,
          Fault.DROPPED_AFTER,
          Fault.ERROR_BEFORE,
          Fault.ERROR_AFTER,
          Fault.TOO_MANY,
          Fault.GARBAGE);

  @Test
  void everyRenewalIsPaidOnceWhateverHappensOnTheWay() {
    try (TestShop shop =
        TestShop.in("America/Chicago", "2026-01-31T16:00:00Z", Map.of(), OverTheDouble.class)) {
      StripeDouble stripe = shop.get(StripeDouble.class);
      for (int i = 0; i < CUSTOMERS; i++) {
        subscribe(shop, stripe, "customer-" + i);
      }
      misbehave(stripe, new Random(SEED));

      shop.clock().set("2026-02-28T16:00:00Z");
      renewUntilAllIsQuiet(shop);

      assertThat(stripe.violations()).isEmpty();
      assertThat(stripe.account().intents()).hasSize(CUSTOMERS).allMatch(BookedIntent::isPaid);
      assertThat(stripe.account().intents())
          .allSatisfy(
              intent ->
                  assertThat(stripe.account().lineItems(intent.id()))
                      .containsExactly("Membership 1 x 1089"));
      assertThat(ourBooks(shop)).isEqualTo(theirBooks(stripe)).hasSize(CUSTOMERS);
    }
  }

  private static void subscribe(TestShop shop, StripeDouble stripe, String name) {
    CustomerId customer = shop.storefront().customer(name);
    String token = stripe.account().looseMethod(TestMethod.VISA);
    PaymentMethod card = shop.get(PaymentMethods.class).store(customer, token);
    Sku sku = shop.storefront().product("Membership", ProductKind.VIRTUAL, "9.90");
    PaidOrderBuilder order =
        PaidOrderBuilder.order("first-" + name, customer, shop.clock().instant())
            .paidWith(card.id())
            .with(sku, 1, monthly("9.90"));
    shop.get(SubscriptionCheckout.class).onOrderPaid(order.build());
  }

  private static void misbehave(StripeDouble stripe, Random chance) {
    stripe
        .faults()
        .otherwise(
            operation -> {
              boolean bad =
                  chance.nextInt(100) < 60
                      && (operation == Operation.CREATE_INTENT || chance.nextBoolean());
              return bad ? BAD.get(chance.nextInt(BAD.size())) : Fault.NONE;
            });
  }

  /** Goes on for an hour after all is paid, when nothing more may happen. */
  private static void renewUntilAllIsQuiet(TestShop shop) {
    int quiet = 0;
    for (int quarter = 0; quarter < 100 && quiet < 4; quarter++) {
      shop.get(RenewalRun.class).runDue();
      shop.clock().advance(Duration.ofMinutes(15));
      shop.get(RenewalRecovery.class).recover();
      quiet += ourBooks(shop).size() == CUSTOMERS ? 1 : 0;
    }
  }

  private static Map<String, Long> ourBooks(TestShop shop) {
    return shop
        .jdbc()
        .queryForList(
            "select idempotency_key as key, (amount * 100)::bigint as amount from evergreen_charge"
                + " where state = 'SUCCEEDED'")
        .stream()
        .collect(Collectors.toMap(row -> (String) row.get("key"), row -> (Long) row.get("amount")));
  }

  private static Map<String, Long> theirBooks(StripeDouble stripe) {
    return stripe.account().intents().stream()
        .collect(Collectors.toMap(BookedIntent::key, BookedIntent::received));
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
      return StripeTestShop.settings(StripeDouble.SECRET_KEY, Optional.of(stripe.url()), 0);
    }
  }
}
