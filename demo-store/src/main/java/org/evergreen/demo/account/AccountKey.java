package org.evergreen.demo.account;

import java.util.Optional;
import org.evergreen.storefront.CustomerId;

/** The key of an account behind the engine's customer id. */
public final class AccountKey {

  private AccountKey() {}

  /** The key, or nothing when no account of this store can have such an id. */
  public static Optional<Long> of(CustomerId customer) {
    return customer.value().matches("\\d{1,18}")
        ? Optional.of(Long.valueOf(customer.value()))
        : Optional.empty();
  }
}
