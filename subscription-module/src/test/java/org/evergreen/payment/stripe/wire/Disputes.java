package org.evergreen.payment.stripe.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Set;

/** Payments that cardholders contest at their banks. */
final class Disputes {

  private static final Set<String> OVER = Set.of("won", "lost", "warning_closed");
  private static final Duration TIME_TO_ANSWER = Duration.ofDays(9);

  private final Store store;
  private final Events events;

  Disputes(Store store, Events events) {
    this.store = store;
    this.events = events;
  }

  String open(String intent, String status) {
    ObjectNode paid = store.get(intent);
    ObjectNode dispute = store.make("dispute", "dp");
    dispute.put("payment_intent", intent).put("charge", intent.replace("pi_", "ch_"));
    dispute.put("amount", paid.path("amount_received").asLong());
    dispute.set("currency", paid.get("currency"));
    dispute.put("reason", "fraudulent").put("status", status);
    dispute
        .putObject("evidence_details")
        .put("due_by", dispute.path("created").asLong() + TIME_TO_ANSWER.toSeconds());
    events.happened("charge.dispute.created", dispute);
    return dispute.path("id").asText();
  }

  void become(String id, String status) {
    ObjectNode dispute = store.get(id).put("status", status);
    events.happened(
        OVER.contains(status) ? "charge.dispute.closed" : "charge.dispute.updated", dispute);
  }
}
