package org.evergreen.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.joda.money.Money;

/**
 * Money given back out of a charge.
 *
 * @param subscription that it is booked to
 * @param line of that subscription that it is booked to
 * @param problem why it failed, in plain words
 * @param settledAt when its present state became known; empty while that is open
 */
public record Refund(
    long id,
    IdempotencyKey key,
    ChargeId charge,
    OptionalLong subscription,
    OptionalLong line,
    Money amount,
    String reason,
    RefundState state,
    Optional<String> gatewayReference,
    Optional<String> problem,
    Instant openedAt,
    Optional<Instant> settledAt) {

  /** Whether it gives the same out of the same charge, for the same line. */
  public boolean isThatOf(NewRefund wanted) {
    return charge.equals(wanted.charge())
        && amount.isEqual(wanted.amount())
        && line.equals(wanted.line());
  }

  @Override
  public String toString() {
    return "Refund[" + key + ", " + amount + ", " + state + "]";
  }
}
