package org.evergreen.payment.stripe.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** All objects of the account by id, in the order in which they were made. Guarded by its owner. */
final class Store {

  private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
  private final AtomicLong serial = new AtomicLong();
  private final Clock clock;

  Store(Clock clock) {
    this.clock = clock;
  }

  /** A new object with an id of its own. */
  ObjectNode make(String object, String prefix) {
    String id = prefix + "_" + String.format("%08d", serial.incrementAndGet());
    ObjectNode made =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id)
            .put("object", object)
            .put("created", clock.instant().getEpochSecond())
            .put("livemode", false);
    made.set("metadata", JsonNodeFactory.instance.objectNode());
    objects.put(id, made);
    return made;
  }

  Optional<ObjectNode> find(String id) {
    return Optional.ofNullable(objects.get(id));
  }

  ObjectNode get(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("The double has no " + id));
  }

  /** Those of a kind that fit, latest first, as Stripe lists them. */
  List<ObjectNode> all(String object, Predicate<ObjectNode> fits) {
    List<ObjectNode> found = new ArrayList<>();
    for (ObjectNode candidate : objects.values()) {
      if (candidate.path("object").asText().equals(object) && fits.test(candidate)) {
        found.add(candidate);
      }
    }
    Collections.reverse(found);
    return found;
  }

  /** One page of a list. */
  static ObjectNode page(List<ObjectNode> all, JsonNode parameters, String url) {
    int limit = parameters.path("limit").asInt(10);
    String after = parameters.path("starting_after").asText();
    int from = 0;
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).path("id").asText().equals(after)) {
        from = i + 1;
      }
    }
    List<ObjectNode> rest = all.subList(from, all.size());
    ObjectNode page = JsonNodeFactory.instance.objectNode().put("object", "list").put("url", url);
    ArrayNode data = page.putArray("data");
    rest.stream().limit(limit).forEach(data::add);
    return page.put("has_more", rest.size() > limit);
  }

  static boolean createdWithin(ObjectNode object, JsonNode bounds) {
    return object.path("created").asLong() >= bounds.path("gte").asLong(0);
  }
}
