package org.evergreen.notice;

/**
 * An e-mail that is ready to be sent. Personal data: never logged.
 *
 * @param to the recipient's address
 * @param subject one line
 * @param text the whole content for readers without HTML
 * @param html the same content as a page
 */
public record Mail(String to, String subject, String text, String html) {

  public Mail {
    if (hasLineBreak(to) || hasLineBreak(subject)) {
      throw new IllegalArgumentException("A mail's address and subject are one line each");
    }
  }

  private static boolean hasLineBreak(String header) {
    return header.indexOf('\n') >= 0 || header.indexOf('\r') >= 0;
  }

  @Override
  public String toString() {
    return "Mail";
  }
}
