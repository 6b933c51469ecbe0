package org.evergreen.payment.stripe.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Payment intents of the account. */
final class Intents {

  private static final Pattern BY_METADATA =
      Pattern.compile("(?:customer:'(\\w+)' AND )?metadata\\['(.+?)'\\]:'(.*)'");
  private static final Set<String> OPEN =
      Set.of("requires_payment_method", "requires_confirmation", "requires_action");

  private final Store store;
  private final Methods methods;
  private final Events events;

  /** Not in the intents: Stripe leaves them out of its answers. */
  private final Map<String, JsonNode> items = new HashMap<>();

  private boolean searchLags;

  Intents(Store store, Methods methods, Events events) {
    this.store = store;
    this.methods = methods;
    this.events = events;
  }

  JsonNode lineItems(String id) {
    return items.get(id);
  }

  void searchLags(boolean lags) {
    searchLags = lags;
  }

  Answer create(JsonNode parameters) {
    Optional<Answer> refusal = refusal(parameters);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    ObjectNode intent = store.make("payment_intent", "pi");
    intent.put("client_secret", intent.path("id").asText() + "_secret_x");
    intent.put("amount", parameters.path("amount").asLong()).put("amount_received", 0);
    for (String name : List.of("currency", "customer", "payment_method", "description")) {
      intent.set(name, parameters.get(name));
    }
    if (parameters.has("metadata")) {
      intent.set("metadata", parameters.get("metadata"));
    }
    intent.set("setup_future_usage", parameters.get("setup_future_usage"));
    items.put(intent.path("id").asText(), parameters.path("amount_details").path("line_items"));
    intent.putNull("last_payment_error").putNull("latest_charge");
    intent.put(
        "status",
        parameters.has("payment_method") ? "requires_confirmation" : "requires_payment_method");
    events.happened("payment_intent.created", intent);
    return isTrue(parameters, "confirm") ? confirmed(intent, parameters) : Answer.ok(intent);
  }

  private Optional<Answer> refusal(JsonNode parameters) {
    String customer = parameters.path("customer").asText();
    if (!customer.isEmpty() && store.find(customer).isEmpty()) {
      return Optional.of(Answer.missing("customer", customer));
    }
    if (parameters.path("amount").asLong() > 99_999_999) {
      return Optional.of(
          Answer.invalid("amount_too_large", "amount", "Amount must be no more than 999,999.99"));
    }
    if (!addsUp(parameters)) {
      return Optional.of(
          Answer.invalid(
              "amount_details_line_items", "amount_details", "The line items do not add up."));
    }
    String method = parameters.path("payment_method").asText();
    if (!method.isEmpty() && methods.kind(method).isEmpty()) {
      return Optional.of(Answer.missing("payment_method", method));
    }
    return store
        .find(method)
        .filter(found -> !found.path("customer").asText().equals(customer))
        .map(
            found ->
                Answer.invalid(
                    "payment_method_unexpected_state",
                    "payment_method",
                    "The provided PaymentMethod does not belong to this customer."));
  }

  /** What Stripe leaves out of the request when it is told not to insist, the double refuses. */
  private static boolean addsUp(JsonNode parameters) {
    JsonNode items = parameters.path("amount_details").path("line_items");
    long sum = 0;
    for (JsonNode item : items) {
      sum += item.path("unit_cost").asLong() * item.path("quantity").asLong();
    }
    return items.isMissingNode() || sum == parameters.path("amount").asLong();
  }

  Answer confirm(String id, JsonNode parameters) {
    Optional<ObjectNode> intent = store.find(id);
    if (intent.isEmpty()) {
      return Answer.missing("id", id);
    }
    if (!OPEN.contains(status(intent.get()))) {
      return unexpected(intent.get(), "confirm");
    }
    if (parameters.has("payment_method")) {
      intent.get().set("payment_method", parameters.get("payment_method"));
    }
    return confirmed(intent.get(), parameters);
  }

  private Answer confirmed(ObjectNode intent, JsonNode parameters) {
    TestMethod method = methods.kind(intent.path("payment_method").asText()).orElseThrow();
    boolean away =
        parameters.has("off_session") && !parameters.path("off_session").asText().equals("false");
    boolean asks =
        method.authenticates() && !methods.isSetUp(intent.path("payment_method").asText());
    if (method.declines() || asks && away) {
      return decline(intent, method);
    }
    if (asks) {
      intent
          .put("status", "requires_action")
          .putObject("next_action")
          .put("type", "use_stripe_sdk");
      events.happened("payment_intent.requires_action", intent);
    } else if (method.isDebit()) {
      intent.put("status", "processing");
      events.happened("payment_intent.processing", intent);
    } else {
      succeed(intent);
    }
    return Answer.ok(intent);
  }

  private Answer decline(ObjectNode intent, TestMethod method) {
    ObjectNode error = method.error();
    store
        .find(intent.path("payment_method").asText())
        .ifPresent(used -> error.set("payment_method", used.deepCopy()));
    fail(intent, error);
    return Answer.declined(error, intent);
  }

  void fail(ObjectNode intent, ObjectNode error) {
    intent.put("status", "requires_payment_method").remove("next_action");
    intent.putNull("payment_method").set("last_payment_error", error);
    events.happened("payment_intent.payment_failed", intent);
  }

  void succeed(ObjectNode intent) {
    intent.put("status", "succeeded").put("amount_received", intent.path("amount").asLong());
    intent.put("latest_charge", intent.path("id").asText().replace("pi_", "ch_"));
    intent.remove("next_action");
    intent.putNull("last_payment_error");
    if (intent.hasNonNull("setup_future_usage")) {
      methods.setUp(intent.path("payment_method").asText());
    }
    events.happened("payment_intent.succeeded", intent);
  }

  Answer cancel(String id, JsonNode parameters) {
    Optional<ObjectNode> intent = store.find(id);
    if (intent.isEmpty()) {
      return Answer.missing("id", id);
    }
    if (!OPEN.contains(status(intent.get()))) {
      return unexpected(intent.get(), "cancel");
    }
    intent.get().put("status", "canceled");
    intent.get().set("cancellation_reason", parameters.get("cancellation_reason"));
    events.happened("payment_intent.canceled", intent.get());
    return Answer.ok(intent.get());
  }

  Answer list(JsonNode parameters) {
    String customer = parameters.path("customer").asText();
    if (!customer.isEmpty() && store.find(customer).isEmpty()) {
      return Answer.missing("customer", customer);
    }
    List<ObjectNode> found =
        store.all(
            "payment_intent",
            intent ->
                (!parameters.has("customer")
                        || intent.path("customer").equals(parameters.path("customer")))
                    && Store.createdWithin(intent, parameters.path("created")));
    return Answer.ok(Store.page(found, parameters, "/v1/payment_intents"));
  }

  Answer search(JsonNode parameters) {
    Matcher query = BY_METADATA.matcher(parameters.path("query").asText());
    if (!query.matches()) {
      return Answer.invalid("invalid_search", "query", "The search query is not understood.");
    }
    String value = query.group(3).replace("\\'", "'").replace("\\\\", "\\");
    List<ObjectNode> found =
        store.all(
            "payment_intent",
            intent ->
                !searchLags
                    && intent.path("metadata").path(query.group(2)).asText().equals(value)
                    && (query.group(1) == null
                        || intent.path("customer").asText().equals(query.group(1))));
    ObjectNode page = Store.page(found, parameters, "/v1/payment_intents/search");
    return Answer.ok(page.put("object", "search_result"));
  }

  private static Answer unexpected(ObjectNode intent, String what) {
    return Answer.invalid(
        "payment_intent_unexpected_state",
        "payment_intent",
        "You cannot "
            + what
            + " this PaymentIntent because it has a status of "
            + status(intent)
            + ".");
  }

  private static String status(ObjectNode intent) {
    return intent.path("status").asText();
  }

  private static boolean isTrue(JsonNode parameters, String name) {
    return parameters.path(name).asText().equals("true");
  }
}
