package org.evergreen.form;

/** Text as people type it into a field of one line. */
public final class Typed {

  private Typed() {}

  /**
   * The text as one line, without spaces around it. Line breaks and what is not text, such as the
   * zero byte that a database refuses, count as spaces.
   *
   * @param typed may be null, which is an empty line
   */
  public static String line(String typed) {
    return typed == null ? "" : typed.replaceAll("\\R|\\p{Cntrl}", " ").strip();
  }
}
