package org.evergreen.storefront;

import java.util.Locale;

/** Who a customer is and how to reach him. Personal data: never logged. */
public record CustomerProfile(
    CustomerId id, String email, String firstName, String lastName, Locale locale) {

  @Override
  public String toString() {
    return "CustomerProfile[" + id + "]";
  }
}
