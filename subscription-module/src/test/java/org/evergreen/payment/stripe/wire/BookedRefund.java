package org.evergreen.payment.stripe.wire;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A refund as the account's books have it.
 *
 * @param key of the refund
 * @param amount in Stripe's smallest units
 */
public record BookedRefund(
    String id, String key, String intent, long amount, String currency, String status) {

  static BookedRefund of(JsonNode refund) {
    return new BookedRefund(
        refund.path("id").asText(),
        refund.path("metadata").path("evergreen_key").asText(),
        refund.path("payment_intent").asText(),
        refund.path("amount").asLong(),
        refund.path("currency").asText(),
        refund.path("status").asText());
  }
}
