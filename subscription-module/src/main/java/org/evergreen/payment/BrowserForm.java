package org.evergreen.payment;

/**
 * The gateway's form for a new payment method, for a page in which nothing was begun at the gateway
 * yet.
 *
 * @param mode {@code payment} when something is due now, {@code setup} when nothing is
 * @param amount what is due, in the gateway's smallest unit of the currency; zero in mode {@code
 *     setup}
 * @param currency ISO code in lower case
 */
public record BrowserForm(BrowserSide side, String mode, long amount, String currency) {}
