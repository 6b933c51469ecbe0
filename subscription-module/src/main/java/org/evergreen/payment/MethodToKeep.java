package org.evergreen.payment;

/**
 * A payment method that a gateway has taken over for later charges.
 *
 * @param token the gateway's key of it, to be kept
 */
public record MethodToKeep(String token, MethodDetails details) {

  @Override
  public String toString() {
    return "MethodToKeep[" + details + "]";
  }
}
