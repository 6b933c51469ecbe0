package org.evergreen.subscription;

import java.util.Objects;

/**
 * Who gets what somebody else pays for. Personal data: never logged.
 *
 * @param email by which his account is known, at most 320 characters
 */
public record Recipient(String email, String name) {

  private static final int MAX_EMAIL = 320;
  private static final int MAX_NAME = 200;

  public Recipient {
    email = Objects.requireNonNull(email, "email").strip();
    name = Objects.requireNonNullElse(name, "").strip();
    if (!email.contains("@") || email.length() > MAX_EMAIL) {
      throw new IllegalArgumentException("A recipient has an e-mail address");
    }
    name = name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
  }

  @Override
  public String toString() {
    return "Recipient";
  }
}
