package org.evergreen.payment.stripe.wire;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A payment intent as the account's books have it.
 *
 * @param key of the charge that it was made for
 * @param amount asked for, in Stripe's smallest units
 * @param received what the shop has got of it, before refunds
 */
public record BookedIntent(
    String id,
    String key,
    String customer,
    long amount,
    long received,
    String currency,
    String status) {

  static BookedIntent of(JsonNode intent) {
    return new BookedIntent(
        intent.path("id").asText(),
        intent.path("metadata").path("evergreen_key").asText(),
        intent.path("customer").asText(),
        intent.path("amount").asLong(),
        intent.path("amount_received").asLong(),
        intent.path("currency").asText(),
        intent.path("status").asText());
  }

  public boolean isPaid() {
    return status.equals("succeeded");
  }
}
