package org.evergreen.demo.account;

/** Text as people type it into a field of one line. */
public final class Typed {

  private Typed() {}

  /**
   * The text without spaces around it and without what is not text, such as the zero byte that a
   * database refuses.
   */
  public static String line(String typed) {
    return typed == null ? "" : typed.replaceAll("\\R", " ").replaceAll("\\p{Cntrl}", "").strip();
  }
}
