package org.evergreen.notice;

/** Who reads a notice. */
public enum NoticeReader {
  /** The customer whom it is about. */
  SHOPPER,
  /** The merchant, at the address of the settings page. */
  MERCHANT
}
