package org.evergreen.payment.stripe;

import com.stripe.StripeClient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.evergreen.payment.BrowserSide;
import org.evergreen.payment.GatewayContract;
import org.evergreen.payment.PaymentGateway;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.evergreen.storefront.CustomerId;
import org.evergreen.testing.TestDatabase;
import org.evergreen.time.ShopTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Against Stripe itself, in the test mode of the account whose key is set; skipped without. */
@Tag("stripe-sandbox")
@EnabledIfEnvironmentVariable(named = "STRIPE_TEST_KEY", matches = "(sk|rk)_test_.+")
class StripeSandboxContractTest extends GatewayContract {

  private static TestDatabase database;

  private StripeGateway gateway;

  @BeforeEach
  void connect() {
    if (database == null) {
      database = TestDatabase.migrated();
    }
    String key = System.getenv("STRIPE_TEST_KEY");
    StripeSettings settings =
        new StripeSettings(
            key,
            "",
            new BrowserSide("", StripeSettings.SCRIPT_URL),
            Optional.empty(),
            StripeSettings.Patience.usual(),
            StripeSettings.LIMITS);
    StripeClient client = StripeClients.of(settings);
    ShopTime time = new ShopTime(Clock.systemUTC(), ZoneOffset.UTC);
    StripeCustomers customers = new StripeCustomers(client, database.jdbc(), time, "test");
    gateway = new StripeGateway(client, customers, settings, time);
  }

  @AfterAll
  static void close() {
    if (database != null) {
      database.close();
    }
  }

  @Override
  protected PaymentGateway gateway() {
    return gateway;
  }

  @Override
  protected Optional<String> token(Stored method) {
    return kind(method).flatMap(TestMethod::token).map(this::adopted);
  }

  @Override
  protected Instant now() {
    return Instant.now();
  }

  private String adopted(String token) {
    CustomerId somebody = new CustomerId("contract-" + UUID.randomUUID());
    return gateway.adopt(somebody, token).token();
  }

  /** Those that Stripe lets a shop store without a browser. */
  private static Optional<TestMethod> kind(Stored method) {
    return switch (method) {
      case WORKS -> Optional.of(TestMethod.VISA);
      case DECLINED -> Optional.of(TestMethod.FAILS_WHEN_CHARGED);
      case NEEDS_SHOPPER -> Optional.of(TestMethod.AUTHENTICATES_ALWAYS);
      default -> Optional.empty();
    };
  }
}
