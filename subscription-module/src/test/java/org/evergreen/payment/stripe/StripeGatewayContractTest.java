package org.evergreen.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.evergreen.payment.GatewayContract;
import org.evergreen.payment.PaymentGateway;
import org.evergreen.payment.stripe.wire.Fault;
import org.evergreen.payment.stripe.wire.Operation;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Over the HTTP double; every request must be one that Stripe would understand. */
class StripeGatewayContractTest extends GatewayContract {

  private static final StripeTestShop SHOP = new StripeTestShop();

  @BeforeEach
  void empty() {
    SHOP.empty();
  }

  @AfterEach
  void stripeUnderstoodEverything() {
    assertThat(SHOP.stripe().violations()).isEmpty();
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  @Override
  protected PaymentGateway gateway() {
    return SHOP.gateway();
  }

  @Override
  protected Optional<String> token(Stored method) {
    if (method == Stored.ANSWER_IS_LOST) {
      // Java's own connection repeats a request once by itself when it breaks.
      SHOP.stripe()
          .faults()
          .next(Operation.CREATE_INTENT, Fault.DROPPED_AFTER, Fault.DROPPED_AFTER);
    } else if (method == Stored.REQUEST_IS_LOST) {
      SHOP.stripe()
          .faults()
          .next(Operation.CREATE_INTENT, Fault.DROPPED_BEFORE, Fault.DROPPED_BEFORE);
    }
    return Optional.of(SHOP.account().customerWith(kind(method)));
  }

  @Override
  protected Instant now() {
    return SHOP.clock().instant();
  }

  private static TestMethod kind(Stored method) {
    return switch (method) {
      case WORKS, ANSWER_IS_LOST, REQUEST_IS_LOST -> TestMethod.VISA;
      case LACKS_FUNDS -> TestMethod.NOT_ENOUGH_FUNDS;
      case LOST -> TestMethod.LOST;
      case EXPIRED -> TestMethod.EXPIRED;
      case DECLINED -> TestMethod.FAILS_WHEN_CHARGED;
      case NEEDS_SHOPPER -> TestMethod.AUTHENTICATES_ALWAYS;
      case BANK_DEBIT -> TestMethod.SEPA;
      case REFUSES_REFUNDS -> TestMethod.REFUSES_REFUNDS;
    };
  }
}
