package org.evergreen.demo.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.cart.CartCookie;
import org.evergreen.demo.cart.CartOwner;
import org.evergreen.demo.cart.Carts;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Brings somebody who has signed in to where he wanted to go, and a shopper's cart with him.
 * Without a wish the merchant goes to the admin and the shopper to the shop.
 */
@Component
public class AfterSignIn extends SavedRequestAwareAuthenticationSuccessHandler {

  private final Carts carts;
  private final CartCookie cookie;

  AfterSignIn(Carts carts, CartCookie cookie) {
    this.carts = carts;
    this.cookie = cookie;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws ServletException, IOException {
    if (authentication.getPrincipal() instanceof ShopUser user && user.isShopper()) {
      cookie
          .guest(request)
          .ifPresent(
              guest -> {
                carts.handOver(guest, new CartOwner.Shopper(user.accountId()));
                cookie.forget(response);
              });
    }
    super.onAuthenticationSuccess(request, response, authentication);
  }

  @Override
  protected String determineTargetUrl(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
    return authentication.getPrincipal() instanceof ShopUser user && user.isMerchant()
        ? "/admin"
        : "/";
  }
}
