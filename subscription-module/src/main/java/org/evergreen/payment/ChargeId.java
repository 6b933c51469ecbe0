package org.evergreen.payment;

/** Key of a charge. */
public record ChargeId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
