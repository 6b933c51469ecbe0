package org.evergreen.storefront;

import java.util.Locale;

/**
 * Who a customer is and how to reach him. Personal data: never logged.
 *
 * @param email where the engine writes to him, blank when the host knows no address; whether it is
 *     his is told by {@link Customers#verifiedEmail}
 */
public record CustomerProfile(
    CustomerId id, String email, String firstName, String lastName, Locale locale) {

  @Override
  public String toString() {
    return "CustomerProfile[" + id + "]";
  }
}
