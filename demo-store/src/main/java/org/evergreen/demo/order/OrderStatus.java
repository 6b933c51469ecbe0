package org.evergreen.demo.order;

/** How far an order has come. */
public enum OrderStatus {
  /** Placed; whether it is paid is not known yet. A shopper has one such order at a time. */
  PENDING("Payment is being confirmed"),
  /** Accepted; the money arrives in some days, as with bank debits. */
  AWAITING_PAYMENT("Payment is on its way"),
  PAID("Paid"),
  /** Not paid: nothing was charged and nothing is sent. It can be paid later. */
  FAILED("Not paid"),
  /** Not paid and given up, because another order took its place. */
  CANCELLED("Cancelled");

  private final String words;

  OrderStatus(String words) {
    this.words = words;
  }

  /** As shopper and merchant read it. */
  public String words() {
    return words;
  }

  /** Whether it counts as bought. */
  public boolean isAccepted() {
    return this == PAID || this == AWAITING_PAYMENT;
  }
}
