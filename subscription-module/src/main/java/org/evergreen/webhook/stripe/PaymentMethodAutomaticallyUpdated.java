package org.evergreen.webhook.stripe;

import org.evergreen.webhook.Handled;
import org.evergreen.webhook.MethodNews;
import org.evergreen.webhook.WebhookEvent;

/** The card network has replaced a stored card by its successor. */
final class PaymentMethodAutomaticallyUpdated extends StripeHandler {

  private final MethodNews methods;

  PaymentMethodAutomaticallyUpdated(MethodNews methods) {
    super("payment_method.automatically_updated");
    this.methods = methods;
  }

  @Override
  public Handled handle(WebhookEvent event) {
    return methods.changed(event);
  }
}
