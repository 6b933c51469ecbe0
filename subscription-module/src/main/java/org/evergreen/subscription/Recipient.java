package org.evergreen.subscription;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Who gets what somebody else pays for. Personal data: never logged.
 *
 * @param email by which his account is known, at most 254 characters
 */
public record Recipient(String email, String name) {

  private static final int MAX_EMAIL = 254;
  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@"
              + "[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?"
              + "(\\.[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)+");
  private static final int MAX_NAME = 200;

  public Recipient {
    email = Objects.requireNonNull(email, "email").strip();
    name = Objects.requireNonNullElse(name, "").strip();
    if (!isEmail(email)) {
      throw new IllegalArgumentException("A recipient has an e-mail address");
    }
    name = name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
  }

  /** Whether a text can be somebody's e-mail address, as mail is really sent to. */
  public static boolean isEmail(String text) {
    return text.length() <= MAX_EMAIL && EMAIL.matcher(text).matches();
  }

  @Override
  public String toString() {
    return "Recipient";
  }
}
