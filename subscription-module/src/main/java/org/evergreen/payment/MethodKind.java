package org.evergreen.payment;

/** What sort of payment method it is, as far as the shop treats them differently. */
public enum MethodKind {
  /** Answers at once and expires. */
  CARD,
  /** Takes days, does not expire, and is announced two weeks ahead. */
  BANK_DEBIT,
  OTHER
}
