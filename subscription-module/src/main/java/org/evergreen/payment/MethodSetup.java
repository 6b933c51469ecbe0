package org.evergreen.payment;

/**
 * A payment method that a shopper is about to enter in the gateway's form, or to confirm with his
 * bank.
 *
 * @param reference the gateway's key of it, by which it is finished
 * @param clientSecret lets the shopper's browser finish it; for his page only, never for a log
 */
public record MethodSetup(String reference, String clientSecret, BrowserSide side) {

  @Override
  public String toString() {
    return "MethodSetup[" + reference + "]";
  }
}
