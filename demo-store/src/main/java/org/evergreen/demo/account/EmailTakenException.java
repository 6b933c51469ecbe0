package org.evergreen.demo.account;

/** Somebody has registered this e-mail address already. */
public final class EmailTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EmailTakenException() {
    super("There is an account with this e-mail address; sign in, or register with another one");
  }
}
