package org.evergreen.notice;

/** Names of what a notice's payload holds. Instants are written like 2026-01-31T10:00:00Z. */
final class Payload {

  static final String SUBSCRIPTION = "subscription";
  static final String NEXT_PAYMENT_AT = "nextPaymentAt";
  static final String TRIAL_ENDS_AT = "trialEndsAt";
  static final String OTHERS = "others";
  static final String PAUSED_UNTIL = "pausedUntil";
  static final String ENDS_AT = "endsAt";
  static final String CHANGE = "change";

  static final String RENEWAL_GROUP = "renewalGroup";
  static final String PROBLEM = "problem";
  static final String MUST_ACT = "mustAct";

  static final String ABOUT = "about";
  static final String METHOD = "method";
  static final String EXPIRY = "expiry";

  static final String NEXT = "next";
  static final String NEXT_AT = "nextAt";
  static final String WORDING = "wording";

  static final String COUNT = "count";
  static final String AMOUNT = "amount";
  static final String REASON = "reason";
  static final String RESPOND_BY = "respondBy";

  private Payload() {}
}
