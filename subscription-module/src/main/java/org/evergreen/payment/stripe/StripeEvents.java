package org.evergreen.payment.stripe;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.evergreen.payment.GatewayEvent;
import org.evergreen.payment.GatewayEvent.Kind;

/** Reads the body of a webhook whose signature is genuine. */
final class StripeEvents {

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          entry("payment_intent.succeeded", Kind.CHARGE),
          entry("payment_intent.payment_failed", Kind.CHARGE),
          entry("payment_intent.processing", Kind.CHARGE),
          entry("payment_intent.requires_action", Kind.CHARGE),
          entry("payment_intent.canceled", Kind.CHARGE),
          entry("charge.refund.updated", Kind.REFUND),
          entry("charge.refunded", Kind.REFUND),
          entry("refund.created", Kind.REFUND),
          entry("refund.updated", Kind.REFUND),
          entry("refund.failed", Kind.REFUND),
          entry("charge.dispute.created", Kind.DISPUTE),
          entry("charge.dispute.updated", Kind.DISPUTE),
          entry("charge.dispute.closed", Kind.DISPUTE),
          entry("setup_intent.succeeded", Kind.SETUP),
          entry("setup_intent.setup_failed", Kind.SETUP),
          entry("payment_method.updated", Kind.METHOD),
          entry("payment_method.automatically_updated", Kind.METHOD),
          entry("payment_method.detached", Kind.METHOD),
          entry("mandate.updated", Kind.MANDATE));

  private static final int DEEPEST = 100;
  private static final long LATEST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private final JsonMapper json = JsonMapper.builder().build();

  /** Reads events. */
  StripeEvents() {
    json.getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
  }

  static Kind kindOf(String type) {
    return KINDS.getOrDefault(type, Kind.OTHER);
  }

  /** The event in a body; empty when the body is none, for example because it was cut off. */
  Optional<GatewayEvent> read(byte[] body) {
    try {
      JsonNode event = json.readTree(body);
      return event == null ? Optional.empty() : read(event);
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  private static Optional<GatewayEvent> read(JsonNode event) {
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
    return Optional.of(new GatewayEvent(id, kindOf(type), type, object, at));
  }

  private static boolean isTime(JsonNode seconds) {
    return seconds.isIntegralNumber()
        && seconds.canConvertToLong()
        && seconds.longValue() >= 0
        && seconds.longValue() <= LATEST;
  }
}
