package org.evergreen.payment.stripe;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads the body of a webhook whose signature is genuine. */
public final class StripeEvents {

  private interface Kind {
    StripeEvent of(String id, String type, Instant created, String objectId);
  }

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          entry("payment_intent.succeeded", StripeEvent.PaymentIntentChanged::new),
          entry("payment_intent.payment_failed", StripeEvent.PaymentIntentChanged::new),
          entry("payment_intent.processing", StripeEvent.PaymentIntentChanged::new),
          entry("payment_intent.requires_action", StripeEvent.PaymentIntentChanged::new),
          entry("payment_intent.canceled", StripeEvent.PaymentIntentChanged::new),
          entry("charge.refunded", StripeEvent.ChargeRefunded::new),
          entry("refund.created", StripeEvent.RefundChanged::new),
          entry("refund.updated", StripeEvent.RefundChanged::new),
          entry("refund.failed", StripeEvent.RefundChanged::new),
          entry("charge.dispute.created", StripeEvent.DisputeChanged::new),
          entry("charge.dispute.updated", StripeEvent.DisputeChanged::new),
          entry("charge.dispute.closed", StripeEvent.DisputeChanged::new),
          entry("setup_intent.succeeded", StripeEvent.SetupIntentChanged::new),
          entry("setup_intent.setup_failed", StripeEvent.SetupIntentChanged::new),
          entry("payment_method.updated", StripeEvent.PaymentMethodChanged::new),
          entry("payment_method.automatically_updated", StripeEvent.PaymentMethodChanged::new),
          entry("payment_method.detached", StripeEvent.PaymentMethodChanged::new),
          entry("mandate.updated", StripeEvent.MandateChanged::new));

  private static final int DEEPEST = 100;
  private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private final JsonMapper json = JsonMapper.builder().build();

  /** Reads events. */
  public StripeEvents() {
    json.getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
  }

  /** The event in a body; empty when the body is none, for example because it was cut off. */
  public Optional<StripeEvent> read(byte[] body) {
    try {
      JsonNode event = json.readTree(body);
      return event == null ? Optional.empty() : read(event);
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  private static Optional<StripeEvent> read(JsonNode event) {
    String id = event.path("id").asText();
    String type = event.path("type").asText();
    JsonNode created = event.path("created");
    String object = event.path("data").path("object").path("id").asText();
    Kind kind = KINDS.get(type);
    boolean whole =
        event.path("object").asText().equals("event")
            && id.startsWith("evt_")
            && !type.isEmpty()
            && isTime(created);
    if (!whole || kind != null && object.isEmpty()) {
      return Optional.empty();
    }
    Instant at = Instant.ofEpochSecond(created.longValue());
    Kind known = kind == null ? StripeEvent.Other::new : kind;
    return Optional.of(known.of(id, type, at, object));
  }

  private static boolean isTime(JsonNode seconds) {
    return seconds.isIntegralNumber()
        && seconds.canConvertToLong()
        && seconds.longValue() >= 0
        && seconds.longValue() <= LATEST;
  }
}
