package org.evergreen.demo.account;

import java.util.Arrays;

/**
 * The accounts that everybody knows. They exist so that the demo can be tried at once; outside of
 * the demo nobody can sign in with them.
 */
public enum DemoLogin {
  SHOPPER("shopper@example.com", "evergreen-shopper", Role.SHOPPER, "Robin", "Field"),
  MERCHANT("merchant@example.com", "evergreen-merchant", Role.MERCHANT, "Morgan", "Reed");

  private final String email;
  private final String password;
  private final Role role;
  private final String firstName;
  private final String lastName;

  DemoLogin(String email, String password, Role role, String firstName, String lastName) {
    this.email = email;
    this.password = password;
    this.role = role;
    this.firstName = firstName;
    this.lastName = lastName;
  }

  /** Whether everybody knows the account with this e-mail address. */
  public static boolean isKnown(String email) {
    return Arrays.stream(values()).anyMatch(login -> login.email.equalsIgnoreCase(email));
  }

  /** Shopper or Merchant. */
  public String label() {
    return role == Role.SHOPPER ? "Shopper" : "Merchant";
  }

  public String email() {
    return email;
  }

  public String password() {
    return password;
  }

  /** The account to be opened. */
  public NewAccount account() {
    return new NewAccount(email, password, role, firstName, lastName);
  }
}
