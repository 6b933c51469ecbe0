package org.evergreen.payment.stripe;

import com.stripe.StripeClient;

/** Makes the client by which Stripe is called. */
final class StripeClients {

  private StripeClients() {}

  static StripeClient of(StripeSettings settings) {
    StripeClient.StripeClientBuilder client =
        StripeClient.builder()
            .setApiKey(settings.secretKey())
            .setConnectTimeout(Math.toIntExact(settings.patience().connectTimeout().toMillis()))
            .setReadTimeout(Math.toIntExact(settings.patience().readTimeout().toMillis()))
            .setMaxNetworkRetries(settings.patience().retries());
    settings.baseUrl().ifPresent(url -> client.setApiBase(url.toString()));
    return client.build();
  }
}
