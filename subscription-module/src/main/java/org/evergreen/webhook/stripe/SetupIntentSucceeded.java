package org.evergreen.webhook.stripe;

import org.evergreen.webhook.Handled;
import org.evergreen.webhook.SetupNews;
import org.evergreen.webhook.WebhookEvent;

/** A shopper left a new payment method, perhaps without coming back to the shop. */
final class SetupIntentSucceeded extends StripeHandler {

  private final SetupNews setups;

  SetupIntentSucceeded(SetupNews setups) {
    super("setup_intent.succeeded");
    this.setups = setups;
  }

  @Override
  public Handled handle(WebhookEvent event) {
    return setups.finished(event);
  }
}
