package org.evergreen.webhook.stripe;

import org.evergreen.webhook.Handled;
import org.evergreen.webhook.MethodNews;
import org.evergreen.webhook.WebhookEvent;

/** A stored method was taken from its customer and can no longer be charged. */
final class PaymentMethodDetached extends StripeHandler {

  private final MethodNews methods;

  PaymentMethodDetached(MethodNews methods) {
    super("payment_method.detached");
    this.methods = methods;
  }

  @Override
  public Handled handle(WebhookEvent event) {
    return methods.changed(event);
  }
}
