package org.evergreen.payment;

/**
 * Why a gateway refused a charge.
 *
 * @param code the gateway's own code, kept for support
 * @param message for the shopper, in plain words
 */
public record Decline(DeclineClass declineClass, String code, String message) {}
