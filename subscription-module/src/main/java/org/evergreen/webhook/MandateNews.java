package org.evergreen.webhook;

import java.util.Optional;
import org.evergreen.payment.GatewayRequests;
import org.evergreen.payment.PaymentMethods;

/**
 * A shopper's consent to debits of his account changed. Without it the account is not debited
 * again: the shopper is asked for another method when something is due.
 */
public class MandateNews {

  private static final String REASON = "mandate_inactive";

  private final GatewayRequests gateway;
  private final PaymentMethods methods;

  MandateNews(GatewayRequests gateway, PaymentMethods methods) {
    this.gateway = gateway;
    this.methods = methods;
  }

  /** Blocks the method whose consent is over; not when he has given it anew since. */
  public Handled changed(WebhookEvent event) {
    Optional<String> method =
        gateway.ask(
            event.gateway(), "read-consent", asked -> asked.methodWithoutConsent(event.objectId()));
    method.ifPresent(
        token -> methods.consentWithdrawn(event.gateway(), token, REASON, event.happenedAt()));
    return Handled.done();
  }
}
