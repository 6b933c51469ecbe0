package org.evergreen.broadleaf.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.common.security.service.ExploitProtectionService;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Shows Broadleaf's token against forged requests as Spring Security's, so that pages which know
 * nothing of Broadleaf write it into their forms. Broadleaf's own filter checks it.
 */
public class FormTokens extends OncePerRequestFilter {

  private final ExploitProtectionService tokens;

  public FormTokens(ExploitProtectionService tokens) {
    this.tokens = tokens;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getAttribute(CsrfToken.class.getName()) == null) {
      CsrfToken token = token();
      request.setAttribute(CsrfToken.class.getName(), token);
      request.setAttribute("_csrf", token);
    }
    chain.doFilter(request, response);
  }

  private CsrfToken token() throws ServletException {
    try {
      String parameter = tokens.getCsrfTokenParameter();
      return new DefaultCsrfToken("X-CSRF-TOKEN", parameter, tokens.getCSRFToken());
    } catch (ServiceException e) {
      throw new ServletException(e);
    }
  }
}
