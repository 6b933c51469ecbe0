package org.evergreen.demo.coupon;

/** What there is behind a code that a shopper typed. */
public sealed interface CouponAnswer {

  /** It can be used. */
  record Valid(Coupon coupon) implements CouponAnswer {}

  /**
   * It cannot be used.
   *
   * @param advice for the shopper
   */
  record Refused(String advice) implements CouponAnswer {}
}
