package org.evergreen.storefront;

/** The host's key of a product, to which plans are attached; a product has one or more SKUs. */
public record ProductId(String value) {

  public ProductId {
    if (value == null || value.isBlank() || value.length() > 64) {
      throw new IllegalArgumentException("A product id is 1 to 64 characters, not '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
