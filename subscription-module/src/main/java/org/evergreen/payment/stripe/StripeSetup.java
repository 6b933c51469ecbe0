package org.evergreen.payment.stripe;

/**
 * A payment method that a shopper is about to enter.
 *
 * @param id Stripe's key of the setup intent
 * @param clientSecret lets the shopper's browser finish it; for his page only, never for a log
 * @param publishableKey the key that the shopper's browser gets
 */
public record StripeSetup(String id, String clientSecret, String publishableKey) {

  @Override
  public String toString() {
    return "StripeSetup[" + id + "]";
  }
}
