package org.evergreen.webhook.stripe;

import org.evergreen.webhook.Handled;
import org.evergreen.webhook.MethodNews;
import org.evergreen.webhook.WebhookEvent;

/** A stored method has a new expiry or address. */
final class PaymentMethodUpdated extends StripeHandler {

  private final MethodNews methods;

  PaymentMethodUpdated(MethodNews methods) {
    super("payment_method.updated");
    this.methods = methods;
  }

  @Override
  public Handled handle(WebhookEvent event) {
    return methods.changed(event);
  }
}
