package org.evergreen.payment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.evergreen.storefront.CustomerId;
import org.joda.money.Money;

/**
 * One attempt to take money. Amount, method and key are frozen when it is opened.
 *
 * @param subject what it is for; at most one charge of a subject succeeds
 * @param attempt counted from 1
 * @param details how it is asked for
 * @param gatewayReference the gateway's key of it, once known
 * @param decline why it was refused, if it was
 * @param settledAt when its present state became known; empty while that is open
 * @param recoverAt when the gateway is asked what became of it; empty when nothing is open
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
    ChargeDetails details,
    ChargeState state,
    Optional<String> gatewayReference,
    Optional<Decline> decline,
    Instant openedAt,
    Optional<Instant> settledAt,
    Optional<Instant> recoverAt) {

  static Charge opened(ChargeId id, NewCharge charge, Instant now, Instant recoverAt) {
    return new Charge(
        id,
        charge.subject(),
        charge.purpose(),
        charge.attempt(),
        charge.key(),
        charge.customer(),
        charge.method().id(),
        charge.method().gateway(),
        charge.method().token(),
        charge.amount(),
        charge.description(),
        charge.details(),
        ChargeState.OPEN,
        Optional.empty(),
        Optional.empty(),
        now,
        Optional.empty(),
        Optional.of(recoverAt));
  }

  /** This charge after an outcome became known. */
  Charge moved(ChargeOutcome outcome, Instant now, Optional<Instant> recoverAgainAt) {
    return new Charge(
        id,
        subject,
        purpose,
        attempt,
        key,
        customer,
        method,
        gateway,
        methodToken,
        amount,
        description,
        details,
        outcome.state(),
        outcome.reference().or(() -> gatewayReference),
        outcome instanceof ChargeOutcome.Declined declined
            ? Optional.of(declined.decline())
            : Optional.empty(),
        openedAt,
        Optional.of(now),
        recoverAgainAt);
  }

  /** Whether it has succeeded or still may; its subject gets no other charge then. */
  public boolean isAlive() {
    return state != ChargeState.DECLINED && state != ChargeState.CANCELED;
  }

  /** Whether it was given up because it surely never reached the gateway; nobody declined it. */
  public boolean neverArrived() {
    return state == ChargeState.CANCELED
        && gatewayReference.filter(ChargeOutcome.Canceled.NEVER_ARRIVED::equals).isPresent();
  }

  /** The charge as the gateway is asked for it; the same each time. */
  ChargeRequest request() {
    Map<String, String> ids =
        Map.of("subject", subject, "purpose", purpose.name(), "charge", id.toString());
    return new ChargeRequest(key, amount, methodToken, description, ids, details);
  }

  /** What a gateway may find the charge by. */
  ChargeTrace trace() {
    return new ChargeTrace(key, methodToken, gatewayReference, openedAt);
  }

  /**
   * The charge by the gateway's own name.
   *
   * @throws IllegalStateException while the gateway has not given it one
   */
  GatewayCharge atGateway() {
    return new GatewayCharge(
        key,
        gatewayReference.orElseThrow(
            () -> new IllegalStateException(this + " is not known at the gateway")));
  }

  @Override
  public String toString() {
    return "Charge[" + key + ", " + amount + ", " + state + "]";
  }
}
