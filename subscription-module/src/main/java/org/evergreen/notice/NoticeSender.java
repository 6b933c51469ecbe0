package org.evergreen.notice;

/** Sends what waits in the outbox. */
public class NoticeSender {

  /**
   * Sends every notice whose time has come, one mail after the other. May run on several nodes at
   * once; a notice is taken by one of them.
   */
  public SendReport sendWaiting() {
    throw new UnsupportedOperationException();
  }
}
