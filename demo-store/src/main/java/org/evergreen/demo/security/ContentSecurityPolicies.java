package org.evergreen.demo.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evergreen.site.payment.PaymentFormPolicy;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.util.AntPathMatcher;

/** The strict policy for every page, and what the gateway's form needs on those that have it. */
final class ContentSecurityPolicies {

  private static final String HEADER = "Content-Security-Policy";
  private static final List<String> OWN_PATHS = List.of("/checkout", "/orders/*");

  private ContentSecurityPolicies() {}

  static HeaderWriter of(String strict, PaymentFormPolicy paymentForms) {
    Optional<String> more = paymentForms.directives();
    List<String> paths =
        Stream.concat(OWN_PATHS.stream(), PaymentFormPolicy.PATHS.stream()).toList();
    return (request, response) -> {
      // A page that brings a stricter one keeps it.
      if (!response.containsHeader(HEADER)) {
        response.setHeader(
            HEADER,
            more.filter(directives -> matches(paths, request))
                .map(directives -> strict + "; " + directives)
                .orElse(strict));
      }
    };
  }

  private static boolean matches(List<String> paths, HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    AntPathMatcher matcher = new AntPathMatcher();
    return paths.stream().anyMatch(pattern -> matcher.match(pattern, path));
  }
}
