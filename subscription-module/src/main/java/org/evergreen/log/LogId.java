package org.evergreen.log;

/**
 * What a line of the log may be about. Only numbers and references: nothing by which a person is
 * called, lives or pays is ever a field of the log. See {@code docs/17-operations.md}.
 */
public enum LogId {
  /** Name of a job. */
  JOB("evergreen.job"),
  /** One run of a job. */
  JOB_RUN("evergreen.job-run"),
  /** Who holds the accounts that are being renewed: {@code lease_owner} of the billing account. */
  LEASE_OWNER("evergreen.lease-owner"),
  SUBSCRIPTION("evergreen.subscription"),
  /** A renewal group. */
  GROUP("evergreen.group"),
  /** A change of a subscription. */
  CHANGE("evergreen.change"),
  CHARGE("evergreen.charge"),
  /** Idempotency key of a charge or refund, as the gateway knows it. */
  KEY("evergreen.key"),
  REFUND("evergreen.refund"),
  GATEWAY("evergreen.gateway"),
  /** The gateway's own name of a charge, refund or dispute. */
  GATEWAY_REFERENCE("evergreen.gateway-reference"),
  /** The gateway's own name of a webhook event. */
  EVENT("evergreen.event"),
  /** An e-mail in the outbox. */
  NOTICE("evergreen.notice"),
  /** Reference under which the host is asked for an order. */
  ORDER("evergreen.order");

  private final String field;

  LogId(String field) {
    this.field = field;
  }

  /** Name of the field. */
  public String field() {
    return field;
  }
}
