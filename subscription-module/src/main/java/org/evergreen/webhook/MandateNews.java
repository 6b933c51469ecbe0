package org.evergreen.webhook;

import java.util.Optional;
import org.evergreen.payment.Gateways;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;

/**
 * A shopper's consent to debits of his account changed. Without it the account is not debited
 * again: the shopper is asked for another method when something is due.
 */
public class MandateNews {

  private static final String REASON = "mandate_inactive";

  private final Gateways gateways;
  private final PaymentMethods methods;

  MandateNews(Gateways gateways, PaymentMethods methods) {
    this.gateways = gateways;
    this.methods = methods;
  }

  /** Blocks the method whose consent is over. */
  public Handled changed(WebhookEvent event) {
    Optional<String> method =
        gateways.named(event.gateway()).methodWithoutConsent(event.objectId());
    method.ifPresent(
        token ->
            methods.ofToken(event.gateway(), token).stream()
                .filter(PaymentMethod::isChargeable)
                .forEach(stored -> methods.block(stored.id(), REASON)));
    return Handled.done();
  }
}
