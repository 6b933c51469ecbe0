package org.evergreen.payment;

import java.util.Optional;

/**
 * A payment method that a gateway has for later charges.
 *
 * @param token the gateway's key of it, to be kept
 * @param fingerprint the gateway's name for the card itself, the same whoever stores it however
 *     often
 * @param setUp whether the shopper's bank has agreed to charges while he is away; a method that is
 *     not set up is by the next payment that he makes himself
 */
public record MethodToKeep(
    String token, MethodDetails details, Optional<String> fingerprint, boolean setUp) {

  /** A method that needs no consent of a bank. */
  public MethodToKeep(String token, MethodDetails details) {
    this(token, details, Optional.empty(), true);
  }

  @Override
  public String toString() {
    return "MethodToKeep[" + details + "]";
  }
}
