package org.evergreen.storefront;

/** The host's key of something that can be bought, opaque to the engine. */
public record SkuId(String value) {

  public SkuId {
    if (value == null || value.isBlank() || value.length() > 64) {
      throw new IllegalArgumentException("A SKU id is 1 to 64 characters, not '" + value + "'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
