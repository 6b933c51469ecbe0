package org.evergreen.demo.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Answers with the page for 403, which says more when a form was simply open for too long: its
 * token belongs to a session that is over.
 */
final class StaleFormHandler implements AccessDeniedHandler {

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    if (denied instanceof CsrfException) {
      request.setAttribute(ErrorFacts.STALE_FORM, true);
    }
    if (!response.isCommitted()) {
      response.sendError(HttpStatus.FORBIDDEN.value());
    }
  }
}
