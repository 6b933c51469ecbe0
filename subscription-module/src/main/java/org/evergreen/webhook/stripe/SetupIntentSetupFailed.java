package org.evergreen.webhook.stripe;

import org.evergreen.webhook.Handled;
import org.evergreen.webhook.SetupNews;
import org.evergreen.webhook.WebhookEvent;

/** A shopper tried to leave a payment method and his bank refused; his page tells him. */
final class SetupIntentSetupFailed extends StripeHandler {

  private final SetupNews setups;

  SetupIntentSetupFailed(SetupNews setups) {
    super("setup_intent.setup_failed");
    this.setups = setups;
  }

  @Override
  public Handled handle(WebhookEvent event) {
    return setups.failed(event);
  }
}
