package org.evergreen.payment;

/**
 * A charge as the gateway knows it.
 *
 * @param key the name under which it was asked for
 * @param reference the gateway's own key of it
 */
public record GatewayCharge(IdempotencyKey key, String reference) {}
