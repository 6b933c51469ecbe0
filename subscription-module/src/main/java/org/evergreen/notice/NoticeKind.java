package org.evergreen.notice;

import java.util.Locale;

/** The occasions on which a shopper is written to. */
public enum NoticeKind {
  /** A subscription was bought. */
  SUBSCRIPTION_STARTED,
  /** Due subscriptions were charged. */
  RENEWAL_PAID,
  /** A charge was declined, or the shopper must act before it can be made. */
  RENEWAL_FAILED,
  /** A subscription was cancelled; the paid term may still run. */
  SUBSCRIPTION_CANCELLED,
  /** A subscription is over. */
  SUBSCRIPTION_ENDED;

  /** Folder of its templates, for example {@code renewal-paid}. */
  String templates() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
