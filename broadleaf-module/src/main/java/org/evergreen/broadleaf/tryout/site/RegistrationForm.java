package org.evergreen.broadleaf.tryout.site;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.evergreen.form.Typed;
import org.evergreen.subscription.Recipient;

/** A registration as it was typed in. */
public record RegistrationForm(String firstName, String lastName, String email, String password) {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_EMAIL = 200;
  private static final int SHORTEST_PASSWORD = 8;

  /** The hash looks at no more than this. */
  private static final int LONGEST_PASSWORD_BYTES = 72;

  public RegistrationForm {
    firstName = Typed.line(firstName);
    lastName = Typed.line(lastName);
    email = Typed.line(email);
    password = Objects.requireNonNullElse(password, "");
  }

  static RegistrationForm empty() {
    return new RegistrationForm("", "", "", "");
  }

  /** What is wrong, by field. */
  Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    checkName(problems, "firstName", firstName, "first name");
    checkName(problems, "lastName", lastName, "last name");
    if (!Recipient.isEmail(email) || email.length() > LONGEST_EMAIL) {
      problems.put("email", "Please give an e-mail address, for example ada@example.com.");
    }
    if (password.length() < SHORTEST_PASSWORD
        || password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
      problems.put("password", "A password has 8 to 72 characters, fewer with accents or symbols.");
    }
    return problems;
  }

  private static void checkName(
      Map<String, String> problems, String field, String name, String what) {
    if (name.isEmpty()) {
      problems.put(field, "Please give your " + what + ".");
    } else if (name.length() > LONGEST_NAME) {
      problems.put(field, "Please shorten your " + what + " to " + LONGEST_NAME + " characters.");
    }
  }

  /** Personal data and the password stay out of logs. */
  @Override
  public String toString() {
    return "RegistrationForm";
  }
}
