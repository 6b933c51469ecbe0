package org.evergreen.demo.account;

/**
 * An account to be opened.
 *
 * @param password as it was typed; only its hash is kept
 */
public record NewAccount(
    String email, String password, Role role, String firstName, String lastName) {

  @Override
  public String toString() {
    return "NewAccount[" + role + "]";
  }
}
