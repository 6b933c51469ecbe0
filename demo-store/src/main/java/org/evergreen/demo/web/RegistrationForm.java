package org.evergreen.demo.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.evergreen.form.Typed;

/** A registration as it was typed. */
public record RegistrationForm(String firstName, String lastName, String email, String password) {

  private static final int SHORTEST_PASSWORD = 10;

  /** The hash looks at no more than this. */
  private static final int LONGEST_PASSWORD_BYTES = 72;

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_EMAIL = 254;

  public RegistrationForm {
    firstName = Typed.line(firstName);
    lastName = Typed.line(lastName);
    email = Typed.line(email);
    password = Objects.requireNonNullElse(password, "");
  }

  static RegistrationForm empty() {
    return new RegistrationForm("", "", "", "");
  }

  /** What is wrong, by field; every problem at once. */
  Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    checkName(problems, "firstName", firstName, "first name");
    checkName(problems, "lastName", lastName, "last name");
    if (!email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+") || email.length() > LONGEST_EMAIL) {
      problems.put("email", "Please enter an e-mail address, for example name@example.com.");
    }
    if (password.length() < SHORTEST_PASSWORD) {
      problems.put(
          "password", "Please choose a password of at least " + SHORTEST_PASSWORD + " characters.");
    } else if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
      problems.put(
          "password",
          "Please choose a password of at most 72 characters, fewer with accents or symbols.");
    }
    return problems;
  }

  private static void checkName(
      Map<String, String> problems, String field, String name, String what) {
    if (name.isBlank()) {
      problems.put(field, "Please enter your " + what + ".");
    } else if (name.length() > LONGEST_NAME) {
      problems.put(field, "Please shorten your " + what + " to " + LONGEST_NAME + " characters.");
    }
  }

  @Override
  public String toString() {
    return "RegistrationForm";
  }
}
