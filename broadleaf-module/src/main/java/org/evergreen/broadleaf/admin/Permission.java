package org.evergreen.broadleaf.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets only those at the merchant's pages to whom Broadleaf's admin gave the permission. */
class Permission implements HandlerInterceptor {

  /** The permission's name, which is a row in Broadleaf's table of permissions. */
  static final String NAME = "PERMISSION_ALL_EVERGREEN";

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Authentication user = SecurityContextHolder.getContext().getAuthentication();
    boolean permitted =
        user != null
            && user.getAuthorities().stream().anyMatch(each -> NAME.equals(each.getAuthority()));
    if (!permitted) {
      throw new AccessDeniedException("The merchant's pages need the permission " + NAME);
    }
    return true;
  }
}
