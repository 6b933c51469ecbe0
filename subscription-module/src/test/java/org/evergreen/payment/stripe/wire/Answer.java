package org.evergreen.payment.stripe.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the double answers to a request. */
record Answer(int status, String body) {

  static Answer ok(JsonNode object) {
    return new Answer(200, object.toString());
  }

  static Answer missing(String param, String id) {
    return invalid("resource_missing", param, "No such " + param + ": '" + id + "'");
  }

  static Answer invalid(String code, String param, String message) {
    int status = code.equals("resource_missing") && param.equals("id") ? 404 : 400;
    ObjectNode error = error("invalid_request_error", code, message);
    return new Answer(status, wrapped(error.put("param", param)));
  }

  static Answer keyUsedOtherwise(String key) {
    String message =
        "Keys for idempotent requests can only be used with the same parameters they were first"
            + " used with. Try using a key other than '"
            + key
            + "' if you meant to execute a different request.";
    return new Answer(400, wrapped(error("idempotency_error", null, message)));
  }

  static Answer keyInUse() {
    String message = "There is currently another in-progress request using this idempotency key.";
    return new Answer(409, wrapped(error("idempotency_error", "idempotency_key_in_use", message)));
  }

  static Answer wrongKey() {
    String message = "Invalid API Key provided: sk_test_****";
    return new Answer(401, wrapped(error("invalid_request_error", null, message)));
  }

  static Answer tooMany() {
    String message = "Too many requests hit the API too quickly.";
    return new Answer(429, wrapped(error("invalid_request_error", "rate_limit", message)));
  }

  static Answer serverError() {
    return new Answer(500, wrapped(error("api_error", null, "An unknown error occurred")));
  }

  static Answer garbage() {
    return new Answer(200, "<html><body>Welcome to the proxy</body></html>");
  }

  /** A card that was declined, with the intent that it should have paid where there is one. */
  static Answer declined(ObjectNode error, ObjectNode intent) {
    ObjectNode all = error.deepCopy();
    if (intent != null) {
      all.set("payment_intent", intent);
    }
    return new Answer(402, wrapped(all));
  }

  /** A text that is no JSON, for example the script for pages. */
  static Answer text(String text) {
    return new Answer(200, text);
  }

  private static ObjectNode error(String type, String code, String message) {
    ObjectNode error = JsonNodeFactory.instance.objectNode().put("type", type);
    if (code != null) {
      error.put("code", code);
    }
    return error.put("message", message);
  }

  private static String wrapped(ObjectNode error) {
    return JsonNodeFactory.instance.objectNode().set("error", error).toString();
  }
}
