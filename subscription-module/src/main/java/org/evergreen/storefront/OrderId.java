package org.evergreen.storefront;

/** The host's key of an order. */
public record OrderId(String value) {

  public OrderId {
    if (value == null || value.isBlank() || value.length() > 64) {
      throw new IllegalArgumentException("A order id is 1 to 64 characters, not '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
