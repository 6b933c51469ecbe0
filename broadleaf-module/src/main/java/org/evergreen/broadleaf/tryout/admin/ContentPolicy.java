package org.evergreen.broadleaf.tryout.admin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the browser run only scripts of the admin; Broadleaf's own inline ones carry the nonce. */
final class ContentPolicy extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String nonce = UUID.randomUUID().toString();
    request.setAttribute("blcCspNonce", nonce);
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'self'; script-src 'self' 'unsafe-eval' 'nonce-"
            + nonce
            + "'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:;"
            + " frame-ancestors 'self'; form-action 'self'; object-src 'none'");
    chain.doFilter(request, response);
  }
}
