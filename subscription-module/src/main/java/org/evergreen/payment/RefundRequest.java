package org.evergreen.payment;

import org.joda.money.Money;

/**
 * A refund as the gateway is asked for it. Two requests under one key are equal in every part.
 *
 * @param key of the refund
 * @param charge that the money comes out of
 * @param amount more than zero, at most what is left of the charge
 * @param reason for the gateway's records
 */
public record RefundRequest(
    IdempotencyKey key, GatewayCharge charge, Money amount, String reason) {}
