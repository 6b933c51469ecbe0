package org.evergreen.change;

/** The answer to the question what a change would cost. */
public sealed interface QuoteResult {

  /** It is possible. */
  record Quoted(ChangeQuote quote) implements QuoteResult {}

  /**
   * It is not possible.
   *
   * @param sentence why, in plain words
   */
  record Refused(String sentence) implements QuoteResult {}
}
