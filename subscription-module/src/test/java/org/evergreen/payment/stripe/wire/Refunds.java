package org.evergreen.payment.stripe.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Refunds of the account. */
final class Refunds {

  private final Store store;
  private final Methods methods;
  private final Events events;

  Refunds(Store store, Methods methods, Events events) {
    this.store = store;
    this.methods = methods;
    this.events = events;
  }

  Answer create(JsonNode parameters) {
    String id = parameters.path("payment_intent").asText();
    Optional<ObjectNode> intent = store.find(id);
    if (intent.isEmpty()) {
      return Answer.missing("payment_intent", id);
    }
    long left = left(intent.get());
    long amount = parameters.path("amount").asLong(left);
    if (left == 0) {
      return Answer.invalid(
          "charge_already_refunded", "payment_intent", "Nothing is left to be refunded.");
    }
    if (amount > left) {
      return Answer.invalid(
          "amount_too_large", "amount", "Refund amount is greater than unrefunded amount.");
    }
    return Answer.ok(made(intent.get(), parameters, amount));
  }

  private ObjectNode made(ObjectNode intent, JsonNode parameters, long amount) {
    // A shopper who confirmed later may have paid with a method that the intent does not name.
    Optional<TestMethod> method = methods.kind(intent.path("payment_method").asText());
    ObjectNode refund = store.make("refund", "re");
    refund.put("amount", amount);
    refund.set("currency", intent.get("currency"));
    refund.set("payment_intent", intent.get("id"));
    refund.set("charge", intent.get("latest_charge"));
    if (parameters.has("metadata")) {
      refund.set("metadata", parameters.get("metadata"));
    }
    if (method.filter(TestMethod.REFUSES_REFUNDS::equals).isPresent()) {
      refund.put("status", "failed").put("failure_reason", "expired_or_canceled_card");
    } else {
      refund.put(
          "status", method.filter(TestMethod::isDebit).isPresent() ? "pending" : "succeeded");
    }
    events.happened("refund.created", refund);
    return refund;
  }

  Answer list(JsonNode parameters) {
    List<ObjectNode> found =
        store.all(
            "refund",
            refund ->
                fits(refund, parameters, "payment_intent") && fits(refund, parameters, "charge"));
    return Answer.ok(Store.page(found, parameters, "/v1/refunds"));
  }

  private static boolean fits(ObjectNode refund, JsonNode parameters, String name) {
    return !parameters.has(name) || refund.path(name).equals(parameters.path(name));
  }

  /** The merchant gives money back by himself. */
  String inDashboard(String intent, long amount) {
    ObjectNode parameters = JsonNodeFactory.instance.objectNode();
    ObjectNode paid = store.get(intent);
    String refund = made(paid, parameters, amount).path("id").asText();
    ObjectNode charge = JsonNodeFactory.instance.objectNode();
    charge.set("id", paid.get("latest_charge"));
    events.happened(
        "charge.refunded", charge.put("object", "charge").put("payment_intent", intent));
    return refund;
  }

  void comesBack(String refund) {
    ObjectNode failed =
        store.get(refund).put("status", "failed").put("failure_reason", "lost_or_stolen_card");
    events.happened("refund.failed", failed);
  }

  private long left(ObjectNode intent) {
    long back =
        store
            .all(
                "refund",
                refund ->
                    refund.path("payment_intent").equals(intent.path("id"))
                        && !refund.path("status").asText().equals("failed"))
            .stream()
            .mapToLong(refund -> refund.path("amount").asLong())
            .sum();
    return intent.path("amount_received").asLong() - back;
  }
}
