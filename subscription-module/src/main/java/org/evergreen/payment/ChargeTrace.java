package org.evergreen.payment;

import java.time.Instant;
import java.util.Optional;

/**
 * All that a gateway may find a charge by.
 *
 * @param key the name under which it was asked for
 * @param methodToken the gateway's key of the stored payment method
 * @param reference the gateway's own key of the charge, once known
 * @param openedAt before it was first asked for
 */
public record ChargeTrace(
    IdempotencyKey key, String methodToken, Optional<String> reference, Instant openedAt) {}
