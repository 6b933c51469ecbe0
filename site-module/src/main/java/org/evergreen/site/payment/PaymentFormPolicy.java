package org.evergreen.site.payment;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.evergreen.payment.BrowserSide;
import org.evergreen.payment.Gateways;

/**
 * What a content security policy has to allow on pages with the gateway's form or the bank's
 * question, and nothing more; see docs/12-stripe.md. A host adds it to its own policy on {@link
 * #PATHS} and on its own pages that ask for a card.
 */
public class PaymentFormPolicy {

  /** The pages of this module that show the form or the question, as Ant patterns. */
  public static final List<String> PATHS =
      List.of(
          "/account/payments/confirm", "/account/payment-methods", "/account/subscriptions/*/*");

  private static final String STRIPE_SCRIPT_HOST = "js.stripe.com";
  private static final String STRIPE_SCRIPTS = "https://js.stripe.com https://*.js.stripe.com";
  private static final String STRIPE_API = "https://api.stripe.com";
  private static final String BANK_QUESTIONS = "https://hooks.stripe.com";

  private final Gateways gateways;

  PaymentFormPolicy(Gateways gateways) {
    this.gateways = gateways;
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
