package org.evergreen.demo.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Signs in somebody who has registered just now, as the login form would. */
@Component
public class SignIn {

  private final AuthenticationManager authentications;
  private final SecurityContextRepository contexts;
  private final AfterSignIn afterSignIn;

  SignIn(
      AuthenticationManager authentications,
      SecurityContextRepository contexts,
      AfterSignIn afterSignIn) {
    this.authentications = authentications;
    this.contexts = contexts;
    this.afterSignIn = afterSignIn;
  }

  /** Signs in and redirects to where he wanted to go. */
  public void signIn(
      String email, String password, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Authentication signedIn =
        authentications.authenticate(
            UsernamePasswordAuthenticationToken.unauthenticated(email, password));
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(signedIn);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    afterSignIn.onAuthenticationSuccess(request, response, signedIn);
  }
}
