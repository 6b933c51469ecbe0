package org.evergreen.storefront;

/** The host's key of a customer account. */
public record CustomerId(String value) {

  public CustomerId {
    if (value == null || value.isBlank() || value.length() > 64) {
      throw new IllegalArgumentException(
          "A customer id is 1 to 64 characters, not '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
