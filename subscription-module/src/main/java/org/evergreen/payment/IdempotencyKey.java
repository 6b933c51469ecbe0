package org.evergreen.payment;

/**
 * The name under which a charge is known to the gateway before it is first asked for, so that
 * asking twice charges once. Made of what the charge is for and the number of the attempt; stable
 * for ever.
 */
public record IdempotencyKey(String value) {

  public IdempotencyKey {
    if (value == null || value.isBlank() || value.length() > 255) {
      throw new IllegalArgumentException(
          "An idempotency key is 1 to 255 characters, not '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
