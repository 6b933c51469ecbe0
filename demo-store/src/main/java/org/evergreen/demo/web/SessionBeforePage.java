package org.evergreen.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Makes the form token before the page is written. A token needs a session, and a session cannot be
 * made any more once a long page is half sent.
 */
@ControllerAdvice
class SessionBeforePage {

  @ModelAttribute
  void makeToken(HttpServletRequest request) {
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      token.getToken();
    }
  }
}
