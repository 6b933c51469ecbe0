package org.evergreen.payment;

import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/**
 * A payment that the cardholder contests at his bank.
 *
 * @param reference the gateway's key of it
 * @param amount that is contested
 * @param reason the gateway's code, for example {@code fraudulent}
 * @param respondBy until when the merchant may answer, at the gateway
 */
public record Dispute(
    long id,
    ChargeId charge,
    String gateway,
    String reference,
    Money amount,
    String reason,
    DisputeState state,
    Optional<Instant> respondBy,
    Instant openedAt,
    Instant updatedAt,
    Optional<Instant> closedAt) {

  @Override
  public String toString() {
    return "Dispute[" + reference + ", " + amount + ", " + state + "]";
  }
}
