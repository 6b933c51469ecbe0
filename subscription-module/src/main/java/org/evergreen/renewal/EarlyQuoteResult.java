package org.evergreen.renewal;

/** The answer to the question what it costs to renew now. */
public sealed interface EarlyQuoteResult {

  /** It is possible. */
  record Quoted(EarlyRenewalQuote quote) implements EarlyQuoteResult {}

  /**
   * It is not possible.
   *
   * @param sentence why, for the shopper
   */
  record Refused(String sentence) implements EarlyQuoteResult {}
}
