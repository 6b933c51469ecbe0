package org.evergreen.demo.security;

import java.util.List;
import org.evergreen.site.payment.PaymentFormPolicy;
import org.springframework.security.web.header.HeaderWriter;

/** The strict policy for every page, and what the gateway's form needs on those that have it. */
final class ContentSecurityPolicies {

  private static final String HEADER = "Content-Security-Policy";
  private static final List<String> OWN_PATHS = List.of("/checkout", "/orders/*");

  private ContentSecurityPolicies() {}

  static HeaderWriter of(String strict, PaymentFormPolicy paymentForms) {
    return (request, response) -> {
      // A page that brings a stricter one keeps it.
      if (!response.containsHeader(HEADER)) {
        response.setHeader(HEADER, paymentForms.onTopOf(strict, request, OWN_PATHS));
      }
    };
  }
}
