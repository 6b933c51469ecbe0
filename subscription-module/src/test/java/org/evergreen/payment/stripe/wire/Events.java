package org.evergreen.payment.stripe.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.stripe.Stripe;
import java.util.List;

/** What the account would tell the shop by webhooks. */
final class Events {

  private final Store store;

  Events(Store store) {
    this.store = store;
  }

  void happened(String type, ObjectNode object) {
    ObjectNode event = store.make("event", "evt");
    event.put("type", type).put("api_version", Stripe.API_VERSION).put("pending_webhooks", 1);
    event.remove("metadata");
    event.putObject("data").set("object", object.deepCopy());
  }

  Answer list(JsonNode parameters) {
    List<ObjectNode> found =
        store.all(
            "event",
            event ->
                Store.createdWithin(event, parameters.path("created"))
                    && (!parameters.has("type")
                        || event.path("type").asText().equals(parameters.path("type").asText())));
    return Answer.ok(Store.page(found, parameters, "/v1/events"));
  }
}
