package org.evergreen.payment;

/** What a charge is for. */
public enum ChargePurpose {
  /** An order that the shopper placed himself. */
  CHECKOUT,
  /** A group of renewals. */
  RENEWAL,
  /** A change of plan, product or quantity within a paid term. */
  CHANGE
}
