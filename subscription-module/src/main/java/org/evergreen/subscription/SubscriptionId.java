package org.evergreen.subscription;

/** Key of a subscription; also the number that shopper and merchant call it by. */
public record SubscriptionId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
