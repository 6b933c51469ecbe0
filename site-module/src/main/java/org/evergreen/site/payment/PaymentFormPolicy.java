package org.evergreen.site.payment;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evergreen.payment.BrowserSide;
import org.evergreen.payment.Gateways;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.util.UrlPathHelper;

/**
 * What a content security policy has to allow on pages with the gateway's form or the bank's
 * question, and nothing more; see docs/12-stripe.md. A host writes {@link #onTopOf} as its header.
 */
public class PaymentFormPolicy {

  /** The pages of this module that show the form or the question. */
  private static final List<String> PATHS =
      List.of(
          "/account/payments/confirm", "/account/payment-methods", "/account/subscriptions/*/*");

  private static final String STRIPE_SCRIPT_HOST = "js.stripe.com";
  private static final String STRIPE_SCRIPTS = "https://js.stripe.com https://*.js.stripe.com";
  private static final String STRIPE_API = "https://api.stripe.com";
  private static final String BANK_QUESTIONS = "https://hooks.stripe.com";

  private final Gateways gateways;
  private final UrlPathHelper paths = new UrlPathHelper();
  private final AntPathMatcher matcher = new AntPathMatcher();

  PaymentFormPolicy(Gateways gateways) {
    this.gateways = gateways;
  }

  /**
   * The policy for a page: the host's own, and more where a card or a bank's question is shown.
   *
   * @param strict the host's policy for all pages; without directives for scripts, calls and frames
   * @param request asks for the page
   * @param hostPaths the host's own pages that ask for a card, as Ant patterns within the
   *     application
   */
  public String onTopOf(String strict, HttpServletRequest request, List<String> hostPaths) {
    String path = paths.getPathWithinApplication(request);
    boolean asks =
        Stream.concat(PATHS.stream(), hostPaths.stream())
            .anyMatch(pattern -> matcher.match(pattern, path));
    return asks ? directives().map(more -> strict + "; " + more).orElse(strict) : strict;
  }

  /**
   * The directives to append, without a leading semicolon; empty when the gateway of new payment
   * methods does not talk to browsers.
   */
  public Optional<String> directives() {
    return gateways.forNewMethods().browserSide().map(PaymentFormPolicy::directives);
  }

  private static String directives(BrowserSide side) {
    URI script = URI.create(side.scriptUrl());
    if (STRIPE_SCRIPT_HOST.equals(script.getHost())) {
      return directives(STRIPE_SCRIPTS, STRIPE_API, STRIPE_SCRIPTS + " " + BANK_QUESTIONS);
    }
    String origin = script.getScheme() + "://" + script.getRawAuthority();
    return directives(origin, origin, origin);
  }

  private static String directives(String scripts, String calls, String frames) {
    return "script-src 'self' "
        + scripts
        + "; connect-src 'self' "
        + calls
        + "; frame-src 'self' "
        + frames;
  }
}
