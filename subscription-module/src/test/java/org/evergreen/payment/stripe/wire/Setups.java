package org.evergreen.payment.stripe.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/** Setup intents of the account. */
final class Setups {

  private static final Set<String> OPEN =
      Set.of("requires_payment_method", "requires_confirmation", "requires_action");

  private final Store store;
  private final Methods methods;
  private final Events events;

  Setups(Store store, Methods methods, Events events) {
    this.store = store;
    this.methods = methods;
    this.events = events;
  }

  Answer create(JsonNode parameters) {
    Optional<Answer> refusal = refusal(parameters);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    ObjectNode setup = store.make("setup_intent", "seti");
    setup.put("client_secret", setup.path("id").asText() + "_secret_x");
    setup.put("usage", parameters.path("usage").asText("off_session"));
    setup.set("customer", parameters.path("customer"));
    setup.putNull("payment_method").putNull("last_setup_error");
    if (parameters.has("payment_method")) {
      setup.put("status", "requires_confirmation");
      setup.set("payment_method", parameters.get("payment_method"));
    } else {
      setup.put("status", "requires_payment_method");
    }
    return parameters.path("confirm").asText().equals("true") ? confirmed(setup) : Answer.ok(setup);
  }

  private Optional<Answer> refusal(JsonNode parameters) {
    String method = parameters.path("payment_method").asText();
    if (method.isEmpty()) {
      return Optional.empty();
    }
    if (methods.kind(method).isEmpty()) {
      return Optional.of(Answer.missing("payment_method", method));
    }
    return methods.belongs(method, parameters.path("customer").asText())
        ? Optional.empty()
        : Optional.of(
            Answer.invalid(
                "payment_method_unexpected_state",
                "payment_method",
                "The provided PaymentMethod does not belong to this customer."));
  }

  /** The browser confirms with a method that nobody owns yet, or that is the customer's. */
  Answer confirm(String id, JsonNode parameters) {
    Optional<ObjectNode> setup = store.find(id);
    if (setup.isEmpty()) {
      return Answer.missing("id", id);
    }
    if (!OPEN.contains(setup.get().path("status").asText())) {
      return Answer.invalid(
          "setup_intent_unexpected_state", "setup_intent", "This SetupIntent is over.");
    }
    if (parameters.has("payment_method")) {
      setup.get().set("payment_method", parameters.get("payment_method"));
    }
    return confirmed(setup.get());
  }

  private Answer confirmed(ObjectNode setup) {
    String method = setup.path("payment_method").asText();
    TestMethod kind = methods.kind(method).orElseThrow();
    if (kind.declines() && kind != TestMethod.FAILS_WHEN_CHARGED) {
      fail(setup, kind.error());
      ObjectNode error = kind.error();
      error.set("setup_intent", setup.deepCopy());
      return Answer.declined(error, null);
    }
    if (kind.authenticates() && !methods.isSetUp(method)) {
      setup.put("status", "requires_action").putObject("next_action").put("type", "use_stripe_sdk");
      return Answer.ok(setup);
    }
    succeed(setup);
    return Answer.ok(setup);
  }

  void fail(ObjectNode setup, ObjectNode error) {
    setup.put("status", "requires_payment_method").remove("next_action");
    setup.putNull("payment_method").set("last_setup_error", error);
    events.happened("setup_intent.setup_failed", setup);
  }

  void succeed(ObjectNode setup) {
    String method = setup.path("payment_method").asText();
    methods.own(method, setup.path("customer").asText());
    methods.setUp(method);
    setup.put("status", "succeeded").remove("next_action");
    setup.putNull("last_setup_error");
    events.happened("setup_intent.succeeded", setup);
  }

  /** The shopper enters a method in his browser. */
  String finish(String id, TestMethod kind) {
    ObjectNode setup = store.get(id);
    String method = methods.store(kind, null);
    setup.put("payment_method", method);
    succeed(setup);
    return method;
  }
}
