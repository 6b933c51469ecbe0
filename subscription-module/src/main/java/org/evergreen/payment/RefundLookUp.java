package org.evergreen.payment;

/** What the gateway remembers of a refund. */
public sealed interface RefundLookUp {

  /** It knows the refund; this came of it. */
  record Found(RefundOutcome outcome) implements RefundLookUp {}

  /** It never heard of the refund: asking for it again under the same key is safe. */
  record NotFound() implements RefundLookUp {}

  /** It did not answer; ask again later. */
  record Unavailable(String detail) implements RefundLookUp {}
}
