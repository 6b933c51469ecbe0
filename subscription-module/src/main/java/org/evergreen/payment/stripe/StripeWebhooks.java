package org.evergreen.payment.stripe;

import java.util.Optional;
import org.evergreen.payment.GatewayEvent;
import org.evergreen.payment.WebhookMessage;
import org.evergreen.payment.WebhookReading;
import org.evergreen.payment.WebhookReading.Reason;
import org.evergreen.payment.WebhookReading.Refused;
import org.evergreen.time.ShopTime;

/** Reads Stripe's webhooks: the signature first, then the event. */
final class StripeWebhooks {

  private final Optional<WebhookSignature> signature;
  private final StripeEvents events = new StripeEvents();
  private final ShopTime time;

  StripeWebhooks(String secret, ShopTime time) {
    this.signature =
        secret.isBlank() ? Optional.empty() : Optional.of(new WebhookSignature(secret));
    this.time = time;
  }

  WebhookReading read(WebhookMessage message) {
    if (signature.isEmpty()) {
      return new Refused(
          Reason.NOT_SET_UP,
          "Stripe's webhooks cannot be checked; set evergreen.stripe.webhook-secret");
    }
    return switch (signature.get().check(message.body(), message.signature(), time.now())) {
      case GENUINE -> event(message.body());
      case MISSING ->
          new Refused(Reason.NOT_SIGNED, "A webhook for Stripe has no signature with a time");
      case WRONG ->
          new Refused(
              Reason.WRONG_SIGNATURE,
              "The signature of a webhook does not fit; check evergreen.stripe.webhook-secret");
      case TOO_OLD ->
          new Refused(
              Reason.TOO_OLD,
              "A webhook was signed more than "
                  + WebhookSignature.TOLERANCE.toSeconds()
                  + " seconds ago");
      case FROM_THE_FUTURE ->
          new Refused(
              Reason.FROM_THE_FUTURE,
              "A webhook was signed more than "
                  + WebhookSignature.TOLERANCE.toSeconds()
                  + " seconds ahead of this shop's clock");
      case TOO_LARGE ->
          new Refused(Reason.TOO_LARGE, "A webhook has " + message.body().length + " bytes");
    };
  }

  private WebhookReading event(byte[] body) {
    Optional<GatewayEvent> event = events.read(body);
    return event.isPresent()
        ? new WebhookReading.Genuine(event.get())
        : new Refused(Reason.UNREADABLE, "Stripe signed what is no event");
  }
}
