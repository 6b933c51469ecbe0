package org.evergreen.payment;

/** What came of making a stored method ready for charges while the shopper is away. */
public sealed interface SetupOutcome {

  /** It is ready. */
  record Ready() implements SetupOutcome {}

  /** The shopper confirms it with his bank first: the page shows the bank's question. */
  record ActionRequired(MethodSetup setup) implements SetupOutcome {}

  /** The bank refused; another method is needed. */
  record Refused(Decline decline) implements SetupOutcome {}
}
