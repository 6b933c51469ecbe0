package org.evergreen.demo.cart;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.evergreen.demo.account.CurrentUser;
import org.evergreen.demo.start.DemoSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Knows whose cart a request means: the signed-in shopper's, or that of the guest whose cookie
 * carries its key. The key cannot be guessed.
 */
@Component
public class CartCookie {

  private static final String NAME = "cart";
  private static final Duration KEPT = Duration.ofDays(30);

  private final SecureRandom random = new SecureRandom();
  private final boolean secure;

  CartCookie(DemoSettings settings) {
    this.secure = settings.secureCookies();
  }

  /** The owner of the cart; empty for a guest who never put anything in. */
  public Optional<CartOwner> owner(HttpServletRequest request) {
    return CurrentUser.shopper()
        .<CartOwner>map(user -> new CartOwner.Shopper(user.accountId()))
        .or(() -> guest(request));
  }

  /** The guest that the cookie names. */
  public Optional<CartOwner.Guest> guest(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(NAME))
        .map(Cookie::getValue)
        .filter(key -> key.matches("[A-Za-z0-9_-]{32}"))
        .findFirst()
        .map(CartOwner.Guest::new);
  }

  /** The owner of the cart; a guest without a key gets one. */
  public CartOwner ownerOrNew(HttpServletRequest request, HttpServletResponse response) {
    return owner(request)
        .orElseGet(
            () -> {
              byte[] key = new byte[24];
              random.nextBytes(key);
              String value = Base64.getUrlEncoder().withoutPadding().encodeToString(key);
              write(response, value, KEPT);
              return new CartOwner.Guest(value);
            });
  }

  /** Lets the browser forget the key. */
  public void forget(HttpServletResponse response) {
    write(response, "", Duration.ZERO);
  }

  private void write(HttpServletResponse response, String value, Duration kept) {
    ResponseCookie cookie =
        ResponseCookie.from(NAME, value)
            .path("/")
            .maxAge(kept)
            .httpOnly(true)
            .secure(secure)
            .sameSite("Lax")
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
