package org.evergreen.demo.account;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who sent the request that is being served. */
public final class CurrentUser {

  private CurrentUser() {}

  /** The one who has signed in, shopper or merchant. */
  public static Optional<ShopUser> get() {
    Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
    return signedIn != null && signedIn.getPrincipal() instanceof ShopUser user
        ? Optional.of(user)
        : Optional.empty();
  }

  /** The shopper who has signed in. */
  public static Optional<ShopUser> shopper() {
    return get().filter(ShopUser::isShopper);
  }
}
