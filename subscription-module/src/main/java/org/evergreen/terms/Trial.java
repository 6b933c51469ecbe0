package org.evergreen.terms;

/**
 * Time without payment at the start of a subscription.
 *
 * @param length how long it lasts, as a calendar distance
 */
public record Trial(BillingInterval length) {}
