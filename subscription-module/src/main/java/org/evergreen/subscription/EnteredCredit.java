package org.evergreen.subscription;

import java.time.Instant;

/** A movement on a credit, and when it was made. */
public record EnteredCredit(CreditEntry entry, Instant at) {}
