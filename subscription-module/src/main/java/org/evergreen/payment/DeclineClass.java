package org.evergreen.payment;

/** What a decline means for what is done next. */
public enum DeclineClass {
  /** This card will never work again: lost, stolen, account closed, authorisation revoked. */
  NEVER_AGAIN,
  /** The details are out of date or wrong: expired, incorrect number. */
  NEEDS_NEW_METHOD,
  /** May work later: insufficient funds, do not honor, issuer unavailable. */
  TRY_LATER,
  /** The shopper must authenticate. */
  NEEDS_SHOPPER,
  /** Our side is set up wrongly; the shopper's card is not to blame. */
  OUR_FAULT
}
