package org.evergreen.payment.stripe;

import static org.evergreen.testing.OfferBuilder.usd;

import com.stripe.StripeClient;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.evergreen.payment.BrowserSide;
import org.evergreen.payment.ChargeDetails;
import org.evergreen.payment.ChargeOutcome;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.ChargeRequest;
import org.evergreen.payment.ChargeTrace;
import org.evergreen.payment.GatewayLimits;
import org.evergreen.payment.IdempotencyKey;
import org.evergreen.payment.LookUp;
import org.evergreen.payment.stripe.wire.StripeAccount;
import org.evergreen.payment.stripe.wire.StripeDouble;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.evergreen.testing.StepClock;
import org.evergreen.testing.TestDatabase;
import org.evergreen.time.ShopTime;

/** A Stripe gateway over a database and the HTTP double, one for a test class. */
final class StripeTestShop implements AutoCloseable {

  /** Long enough for a loaded machine, and never waited for by a test that passes. */
  private static final Duration PATIENT = Duration.ofSeconds(20);

  private final StepClock clock = StepClock.at("2026-01-31T16:00:00Z");
  private final StripeDouble stripe = StripeDouble.start(clock);
  private final TestDatabase database = TestDatabase.migrated();
  private final StripeClient client = client(PATIENT, 0);
  private final StripeCustomers customers = customers(client);
  private final StripeGateway gateway = gateway(client);

  StripeDouble stripe() {
    return stripe;
  }

  StripeAccount account() {
    return stripe.account();
  }

  StepClock clock() {
    return clock;
  }

  StripeGateway gateway() {
    return gateway;
  }

  StripeCustomers customers() {
    return customers;
  }

  StripeClient client() {
    return client;
  }

  /** A gateway that waits and repeats otherwise. */
  StripeGateway gateway(Duration readTimeout, int retries) {
    return gateway(client(readTimeout, retries));
  }

  /** A gateway with another secret key. */
  StripeGateway gateway(String secretKey) {
    return gateway(StripeClients.of(settings(secretKey, Optional.of(stripe.url()), PATIENT, 0)));
  }

  static StripeSettings settings(String key, Optional<URI> url, int retries) {
    return settings(key, url, PATIENT, retries);
  }

  private static StripeSettings settings(
      String key, Optional<URI> url, Duration readTimeout, int retries) {
    return new StripeSettings(
        key,
        StripeDouble.WEBHOOK_SECRET,
        new BrowserSide(StripeDouble.PUBLISHABLE_KEY, "/js/v3"),
        url,
        new StripeSettings.Patience(PATIENT, readTimeout, retries),
        new GatewayLimits(10_000, 10_000));
  }

  private StripeGateway gateway(StripeClient of) {
    StripeSettings settings = settings(StripeDouble.SECRET_KEY, Optional.empty(), 0);
    return new StripeGateway(of, customers(of), settings, new ShopTime(clock, ZoneOffset.UTC));
  }

  private StripeClient client(Duration readTimeout, int retries) {
    return StripeClients.of(
        settings(StripeDouble.SECRET_KEY, Optional.of(stripe.url()), readTimeout, retries));
  }

  private StripeCustomers customers(StripeClient of) {
    ShopTime time = new ShopTime(clock, ZoneOffset.UTC);
    return new StripeCustomers(of, database.jdbc(), time, "test");
  }

  void empty() {
    stripe.empty();
    database.empty();
  }

  /** A renewal of 9.90 with a method of a new customer. */
  ChargeRequest renewal(TestMethod method) {
    return renewal("renewal-1-1", account().customerWith(method));
  }

  static ChargeRequest renewal(String key, String token) {
    return request(key, token, ChargePurpose.RENEWAL);
  }

  static ChargeRequest request(String key, String token, ChargePurpose purpose) {
    return new ChargeRequest(
        new IdempotencyKey(key),
        usd("9.90"),
        token,
        "Coffee",
        Map.of("purpose", purpose.name(), "subject", "renewal-1", "charge", "1"),
        purpose == ChargePurpose.RENEWAL ? ChargeDetails.away() : ChargeDetails.present(true));
  }

  /** What the gateway finds of a charge without knowing Stripe's key of it. */
  LookUp lookUp(ChargeRequest request) {
    return gateway.lookUp(trace(request));
  }

  /** What the gateway finds of a charge, where something is known of it. */
  ChargeOutcome found(ChargeRequest request) {
    return ((LookUp.Found) lookUp(request)).outcome();
  }

  private ChargeTrace trace(ChargeRequest request) {
    Instant opened = clock.instant();
    return new ChargeTrace(request.key(), request.methodToken(), Optional.empty(), opened);
  }

  @Override
  public void close() {
    stripe.close();
    database.close();
  }
}
