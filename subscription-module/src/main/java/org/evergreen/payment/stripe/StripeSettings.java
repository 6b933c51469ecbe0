package org.evergreen.payment.stripe;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.evergreen.payment.BrowserSide;
import org.evergreen.payment.GatewayLimits;

/**
 * How Stripe is reached.
 *
 * @param secretKey the account's secret or restricted key; never shown
 * @param webhookSecret what Stripe signs its webhooks with; never shown
 * @param browser what the shopper's browser gets
 * @param baseUrl another place than Stripe's own, for tests
 * @param limits how many requests the account may send
 */
public record StripeSettings(
    String secretKey,
    String webhookSecret,
    BrowserSide browser,
    Optional<URI> baseUrl,
    Patience patience,
    GatewayLimits limits) {

  /** Stripe's script for pages. */
  public static final String SCRIPT_URL = "https://js.stripe.com/v3/";

  /** What every account may send: 25 charges per second, 100 requests in all. */
  public static final GatewayLimits LIMITS = new GatewayLimits(25, 75);

  public StripeSettings {
    if (secretKey.isBlank()) {
      throw new IllegalArgumentException(
          "Stripe needs a secret key; set evergreen.stripe.secret-key");
    }
  }

  /**
   * How long Stripe is waited for.
   *
   * @param connectTimeout how long a connection may take
   * @param readTimeout how long an answer may take
   * @param retries how often the client repeats a lost request by itself, under the same key
   */
  public record Patience(Duration connectTimeout, Duration readTimeout, int retries) {

    /** 5 seconds to connect, 30 to answer, 2 retries. */
    public static Patience usual() {
      return new Patience(Duration.ofSeconds(5), Duration.ofSeconds(30), 2);
    }
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
