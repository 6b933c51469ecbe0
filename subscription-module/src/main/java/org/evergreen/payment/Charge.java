package org.evergreen.payment;

import java.time.Instant;
import java.util.Optional;
import org.evergreen.storefront.CustomerId;
import org.joda.money.Money;

/**
 * One attempt to take money. Amount, method and key are frozen when it is opened.
 *
 * @param subject what it is for; at most one charge of a subject succeeds
 * @param attempt counted from 1
 * @param gatewayReference the gateway's key of it, once known
 * @param decline why it was refused, if it was
 * @param settledAt when its present state became known; empty while that is open
 */
public record Charge(
    ChargeId id,
    String subject,
    ChargePurpose purpose,
    int attempt,
    IdempotencyKey key,
    CustomerId customer,
    PaymentMethodId method,
    String gateway,
    String methodToken,
    Money amount,
    String description,
    ChargeState state,
    Optional<String> gatewayReference,
    Optional<Decline> decline,
    Instant openedAt,
    Optional<Instant> settledAt) {

  @Override
  public String toString() {
    return "Charge[" + key + ", " + amount + ", " + state + "]";
  }
}
