package org.evergreen.webhook.stripe;

import org.evergreen.webhook.Handled;
import org.evergreen.webhook.MandateNews;
import org.evergreen.webhook.WebhookEvent;

/** A shopper's consent to debits changed; without it his account is not debited any more. */
final class MandateUpdated extends StripeHandler {

  private final MandateNews mandates;

  MandateUpdated(MandateNews mandates) {
    super("mandate.updated");
    this.mandates = mandates;
  }

  @Override
  public Handled handle(WebhookEvent event) {
    return mandates.changed(event);
  }
}
