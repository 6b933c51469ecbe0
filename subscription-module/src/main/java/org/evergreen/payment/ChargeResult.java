package org.evergreen.payment;

/** What became known of a charge: the answer to the call, to a look-up or in a webhook. */
public record ChargeResult(ChargeId charge, ChargeOutcome outcome) {}
