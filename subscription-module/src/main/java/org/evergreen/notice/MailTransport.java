package org.evergreen.notice;

/**
 * The host's way to send e-mail. The sender's address and the mail server are the host's settings.
 */
public interface MailTransport {

  /**
   * Hands a mail to the mail server. Called outside of transactions. Returning means that it was
   * accepted; any exception means that it was not, and the notice is tried again later.
   */
  void send(Mail mail);
}
