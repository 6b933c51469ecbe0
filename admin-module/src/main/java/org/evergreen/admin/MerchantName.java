package org.evergreen.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.evergreen.subscription.Actor;

/** Who is acting on the merchant's pages, as histories name him. */
@FunctionalInterface
public interface MerchantName {

  /** The name of the merchant's user whose browser sent the request. */
  String of(HttpServletRequest request);

  /** The merchant as histories name him, with at most the characters that they have room for. */
  default Actor actor(HttpServletRequest request) {
    String name = of(request);
    return Actor.merchant(name.length() <= 120 ? name : name.substring(0, 120));
  }

  /** The name that the host's sign-in gave to the request. */
  static MerchantName ofPrincipal() {
    return request -> {
      Principal principal = request.getUserPrincipal();
      return principal == null ? "merchant" : principal.getName();
    };
  }
}
