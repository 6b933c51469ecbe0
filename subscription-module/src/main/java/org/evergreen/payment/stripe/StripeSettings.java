package org.evergreen.payment.stripe;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How Stripe is reached.
 *
 * @param secretKey the account's secret or restricted key; never shown
 * @param publishableKey the key that the shopper's browser gets
 * @param webhookSecret what Stripe signs its webhooks with; never shown
 * @param baseUrl another place than Stripe's own, for tests
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long an answer may take
 * @param retries how often the client repeats a lost request by itself, under the same key
 */
public record StripeSettings(
    String secretKey,
    String publishableKey,
    String webhookSecret,
    Optional<URI> baseUrl,
    Duration connectTimeout,
    Duration readTimeout,
    int retries) {

  public StripeSettings {
    if (secretKey.isBlank()) {
      throw new IllegalArgumentException(
          "Stripe needs a secret key; set evergreen.stripe.secret-key");
    }
  }

  /** 5 seconds to connect, 30 to answer, 2 retries. */
  public static StripeSettings of(
      String secretKey, String publishableKey, String webhookSecret, Optional<URI> baseUrl) {
    return new StripeSettings(
        secretKey,
        publishableKey,
        webhookSecret,
        baseUrl,
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        2);
  }

  /** Which of an account's two worlds the key opens: {@code live} or {@code test}. */
  String mode() {
    return secretKey.startsWith("sk_live_") || secretKey.startsWith("rk_live_") ? "live" : "test";
  }

  @Override
  public String toString() {
    return "StripeSettings[" + mode() + ", " + baseUrl.map(URI::toString).orElse("Stripe") + "]";
  }
}
