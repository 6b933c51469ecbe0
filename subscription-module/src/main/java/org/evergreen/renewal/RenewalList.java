package org.evergreen.renewal;

/** The lists of groups on the renewals monitor. */
public enum RenewalList {
  /** The charge is being made, or its answer is not known yet. */
  RUNNING("g.status = 'OPEN'"),
  /** The shopper must act. */
  WAITING("g.status = 'WAITING'"),
  /** Declined and owed. */
  FAILED("g.status = 'UNPAID'"),
  /** Paid, but without an order at the host. */
  UNPLACED("g.status = 'PAID' and g.order_id is null"),
  /** Paid and ordered. */
  DONE("g.status = 'PAID' and g.order_id is not null");

  private final String condition;

  RenewalList(String condition) {
    this.condition = condition;
  }

  /** SQL condition on a group {@code g}. */
  String condition() {
    return condition;
  }
}
