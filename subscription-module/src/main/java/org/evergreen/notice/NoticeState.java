package org.evergreen.notice;

/** How far a notice has come. */
public enum NoticeState {
  /** Waiting for its turn, for the first time or again. */
  QUEUED,
  /** Being handed to the mail server. */
  SENDING,
  /** The mail server has taken it. */
  SENT,
  /** Given up after repeated problems. */
  FAILED,
  /**
   * The node died while it handed the mail over: it may or may not have arrived, so it is not sent
   * again.
   */
  IN_DOUBT,
  /** Not sent, since what it tells of will not happen any more. */
  OBSOLETE
}
