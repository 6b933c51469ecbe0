package org.evergreen.payment;

import java.util.Optional;

/**
 * A payment that waits for the shopper, for his browser.
 *
 * @param clientSecret lets the browser confirm it; for the shopper's own page only, never for a log
 * @param step what the page does with it
 * @param method the gateway's key of the payment method to confirm it with; empty where the payment
 *     has one
 */
public record BrowserPayment(
    BrowserSide side, String clientSecret, Step step, Optional<String> method) {

  /** What is left for the shopper to do. */
  public enum Step {
    /** The bank's question is open: the page shows it. */
    NEXT_ACTION,
    /** The payment is to be confirmed anew, while he is there. */
    CONFIRM
  }

  @Override
  public String toString() {
    return "BrowserPayment[" + step + "]";
  }
}
