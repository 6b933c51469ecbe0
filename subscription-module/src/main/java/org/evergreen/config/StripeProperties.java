package org.evergreen.config;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Stripe as the payment gateway; the sandbox serves while there is no secret key.
 *
 * @param secretKey secret or restricted key of the account; keep it out of files that are shared
 * @param publishableKey key for the shopper's browser
 * @param webhookSecret what Stripe signs the webhooks of this shop's endpoint with
 * @param baseUrl another place than Stripe's own, for tests
 */
@ConfigurationProperties("evergreen.stripe")
public record StripeProperties(
    @DefaultValue("") String secretKey,
    @DefaultValue("") String publishableKey,
    @DefaultValue("") String webhookSecret,
    URI baseUrl) {

  @Override
  public String toString() {
    return "StripeProperties[baseUrl=" + baseUrl + "]";
  }
}
