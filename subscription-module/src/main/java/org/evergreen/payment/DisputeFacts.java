package org.evergreen.payment;

import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;

/**
 * A payment that the cardholder contests at his bank, as the gateway has it now.
 *
 * @param reference the gateway's key of the dispute
 * @param charge the gateway's key of the contested payment
 * @param amount that is contested
 * @param reason the gateway's code, for example {@code fraudulent}
 * @param respondBy until when the merchant may answer
 */
public record DisputeFacts(
    String reference,
    String charge,
    Money amount,
    String reason,
    DisputeState state,
    Optional<Instant> respondBy,
    Instant openedAt) {}
