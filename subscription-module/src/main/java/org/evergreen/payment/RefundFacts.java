package org.evergreen.payment;

import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/**
 * A refund as the gateway has it, whoever asked for it.
 *
 * @param reference the gateway's key of the refund
 * @param charge the gateway's key of the payment out of which it comes
 * @param key under which the shop asked for it; empty when it was made in the gateway's dashboard
 * @param reason in the gateway's or the merchant's words; may be empty
 */
public record RefundFacts(
    String reference,
    String charge,
    Optional<IdempotencyKey> key,
    Money amount,
    String reason,
    RefundOutcome outcome,
    Instant madeAt) {}
