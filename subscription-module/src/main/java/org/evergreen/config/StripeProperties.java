package org.evergreen.config;

import java.net.URI;
import org.evergreen.payment.stripe.StripeSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Stripe as the payment gateway; the sandbox serves while there is no secret key.
 *
 * @param secretKey secret or restricted key of the account; keep it out of files that are shared
 * @param publishableKey key for the shopper's browser
 * @param webhookSecret what Stripe signs the webhooks of this shop's endpoint with
 * @param baseUrl another place than Stripe's own, for tests
 * @param scriptUrl Stripe's script for pages; another place than Stripe's own only for tests
 * @param chargesPerSecond new payments that all nodes together send in a second, at most; Stripe's
 *     default for an account is 25
 * @param requestsPerSecond all other requests that they send in a second, at most; Stripe's default
 *     for an account is 100 with the payments
 */
@ConfigurationProperties("evergreen.stripe")
public record StripeProperties(
    @DefaultValue("") String secretKey,
    @DefaultValue("") String publishableKey,
    @DefaultValue("") String webhookSecret,
    URI baseUrl,
    @DefaultValue(StripeSettings.SCRIPT_URL) String scriptUrl,
    @DefaultValue("25") int chargesPerSecond,
    @DefaultValue("75") int requestsPerSecond) {

  @Override
  public String toString() {
    return "StripeProperties[baseUrl=" + baseUrl + "]";
  }
}
