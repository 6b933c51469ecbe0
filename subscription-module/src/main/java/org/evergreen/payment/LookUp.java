package org.evergreen.payment;

/** What the gateway remembers of a charge. */
public sealed interface LookUp {

  /** It knows the charge; this came of it. */
  record Found(ChargeOutcome outcome) implements LookUp {}

  /** It never heard of the charge: asking for it again under the same key is safe. */
  record NotFound() implements LookUp {}

  /** It did not answer; ask again later. */
  record Unavailable(String detail) implements LookUp {}
}
