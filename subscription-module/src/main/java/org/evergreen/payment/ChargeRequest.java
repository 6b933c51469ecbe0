package org.evergreen.payment;

import java.util.Map;
import org.joda.money.Money;

/**
 * A charge as the gateway is asked for it. Two requests under one key are equal in every part.
 *
 * @param amount more than zero
 * @param methodToken the gateway's key of the stored payment method
 * @param description on the shopper's statement or receipt
 * @param metadata ids for support, no personal data
 */
public record ChargeRequest(
    IdempotencyKey key,
    Money amount,
    String methodToken,
    String description,
    Map<String, String> metadata,
    ChargeDetails details) {

  /** A charge while the shopper is away. */
  public ChargeRequest(
      IdempotencyKey key,
      Money amount,
      String methodToken,
      String description,
      Map<String, String> metadata) {
    this(key, amount, methodToken, description, metadata, ChargeDetails.away());
  }
}
