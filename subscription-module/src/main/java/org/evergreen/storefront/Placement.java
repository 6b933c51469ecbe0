package org.evergreen.storefront;

/** The host's answer to an {@link OrderRequest}. */
public sealed interface Placement {

  /** The reference of the request. */
  String reference();

  /**
   * The order stands.
   *
   * @param number what shopper and merchant call it
   */
  record Placed(String reference, OrderId order, String number) implements Placement {}

  /**
   * The host would not take the order; it is tried again later.
   *
   * @param reason for the merchant, in plain words
   */
  record Refused(String reference, String reason) implements Placement {}
}
