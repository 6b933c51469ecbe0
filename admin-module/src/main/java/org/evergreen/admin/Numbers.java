package org.evergreen.admin;

import java.util.regex.Pattern;

/** Numbers from addresses, which may be anything that somebody typed. */
public final class Numbers {

  private static final Pattern KEY = Pattern.compile("[1-9][0-9]{0,17}");

  private Numbers() {}

  /**
   * The key that an address names.
   *
   * @param what for the sentence on the page, for example "plan"
   * @throws NotFoundException if the text cannot be a key
   */
  public static long key(String what, String text) {
    if (!KEY.matcher(text).matches()) {
      throw NotFoundException.of(what, text);
    }
    return Long.parseLong(text);
  }

  /** The number of a page, from 0; the first one if the text is no such number. */
  public static int page(String text) {
    return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
  }

  /** The version that a form was filled from; one that never was if the text is no number. */
  public static long version(String text) {
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
  }
}
