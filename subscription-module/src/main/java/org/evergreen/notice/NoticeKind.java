package org.evergreen.notice;

import java.util.Locale;

/** The occasions on which a shopper or the merchant is written to. */
public enum NoticeKind {
  /** A subscription was bought. */
  SUBSCRIPTION_STARTED,
  /** Due subscriptions were charged. */
  RENEWAL_PAID,
  /** A charge was declined, or the shopper must act before it can be made. */
  RENEWAL_FAILED,
  /** A subscription was paused. */
  SUBSCRIPTION_PAUSED,
  /** A subscription goes on after a pause. */
  SUBSCRIPTION_RESUMED,
  /** The next payment was skipped or moved to another day. */
  PAYMENT_MOVED,
  /** Payment method, address or automatic renewal are others now. */
  DETAILS_CHANGED,
  /** Plan, products or quantities are others now. */
  SUBSCRIPTION_CHANGED,
  /** A change that waited for the next payment was not possible when that came. */
  CHANGE_REFUSED,
  /** A subscription was cancelled; the paid term may still run. */
  SUBSCRIPTION_CANCELLED,
  /** A subscription is over. */
  SUBSCRIPTION_ENDED,
  /** A renewal will be charged in some days. */
  UPCOMING_RENEWAL,
  /** A trial ends in some days and the first payment is due. */
  TRIAL_ENDING,
  /** A subscription ends in some days, since all its payments were made. */
  TERM_ENDING,
  /** A card will have expired by the next payment. */
  CARD_EXPIRING,
  /**
   * To the merchant: a renewal failed at a step of his ladder, at its end, or by the shop's fault.
   */
  MERCHANT_RENEWAL,
  /** To the merchant: a cardholder contests a payment. */
  MERCHANT_DISPUTE,
  /** To the merchant: money that was to be given back stayed with the shop. */
  MERCHANT_REFUND,
  /** To the merchant: renewals are set aside. */
  MERCHANT_PARKED;

  /** Whether it tells of what will happen. */
  boolean isReminder() {
    return switch (this) {
      case UPCOMING_RENEWAL, TRIAL_ENDING, TERM_ENDING, CARD_EXPIRING -> true;
      default -> false;
    };
  }

  /** Who reads it. */
  NoticeReader reader() {
    return switch (this) {
      case MERCHANT_RENEWAL, MERCHANT_DISPUTE, MERCHANT_REFUND, MERCHANT_PARKED ->
          NoticeReader.MERCHANT;
      default -> NoticeReader.SHOPPER;
    };
  }

  /** Folder of its templates, for example {@code renewal-paid}. */
  String templates() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
