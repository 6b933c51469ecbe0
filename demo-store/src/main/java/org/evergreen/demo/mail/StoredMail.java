package org.evergreen.demo.mail;

import java.time.Instant;
import java.util.Locale;

/** A mail in the demo's mailbox. Personal data: never logged. */
public record StoredMail(
    long id, String recipient, String subject, String text, String html, Instant sentAt) {

  /** The HTML as a frame shows it: links open outside of the frame. */
  public String framedHtml() {
    String base = "<base target=\"_blank\">";
    int head = html.toLowerCase(Locale.ROOT).indexOf("<head>");
    return head < 0
        ? base + html
        : html.substring(0, head + "<head>".length())
            + base
            + html.substring(head + "<head>".length());
  }

  @Override
  public String toString() {
    return "StoredMail[" + id + "]";
  }
}
