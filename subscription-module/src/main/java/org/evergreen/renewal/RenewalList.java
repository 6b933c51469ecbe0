package org.evergreen.renewal;

/** The lists of groups on the renewals monitor. */
public enum RenewalList {
  /** The charge is being made, or its answer is not known yet. */
  RUNNING("g.status = 'OPEN'", "g.opened_at desc, g.id desc"),
  /** The shopper must act. */
  WAITING("g.status = 'WAITING'", "g.opened_at desc, g.id desc"),
  /** Declined and owed. */
  FAILED("g.status = 'UNPAID'", "g.opened_at desc, g.id desc"),
  /** Paid, but without an order at the host. */
  UNPLACED("g.status = 'PAID' and g.order_id is null", "g.paid_at desc, g.id desc"),
  /** Paid and ordered. */
  DONE("g.status = 'PAID' and g.order_id is not null", "g.id desc");

  private final String condition;
  private final String order;

  RenewalList(String condition, String order) {
    this.condition = condition;
    this.order = order;
  }

  /** SQL condition on a group {@code g}. */
  String condition() {
    return condition;
  }

  /** The latest first, in an order that an index has. */
  String order() {
    return order;
  }
}
