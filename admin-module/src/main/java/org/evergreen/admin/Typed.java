package org.evergreen.admin;

/** Text that somebody typed, or sent without typing. */
public final class Typed {

  private Typed() {}

  /**
   * The text as one line without blanks around it. Control characters, some of which no database
   * takes, count as blanks.
   *
   * @param text may be null, which is an empty line
   */
  public static String line(String text) {
    return text == null ? "" : text.replaceAll("\\p{Cntrl}", " ").strip();
  }
}
