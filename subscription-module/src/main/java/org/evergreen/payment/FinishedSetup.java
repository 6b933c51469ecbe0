package org.evergreen.payment;

import org.evergreen.storefront.CustomerId;

/**
 * A payment method that a shopper has entered in the gateway's form, or confirmed with his bank.
 *
 * @param methodToken the gateway's key of the method; never shown
 */
public record FinishedSetup(CustomerId customer, String methodToken) {

  @Override
  public String toString() {
    return "FinishedSetup[" + customer + "]";
  }
}
