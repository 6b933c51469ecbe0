package org.evergreen.demo.account;

import java.util.Locale;
import org.evergreen.storefront.CustomerId;

/** An account of a shopper or a merchant. Personal data: never logged. */
public record Account(
    long id, String email, Role role, String firstName, String lastName, Locale locale) {

  /** The account as the engine knows it. */
  public CustomerId customer() {
    return new CustomerId(Long.toString(id));
  }

  @Override
  public String toString() {
    return "Account[" + id + ", " + role + "]";
  }
}
