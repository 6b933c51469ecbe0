package org.evergreen.payment.stripe.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What shoppers' browsers ask for with the publishable key: new methods, and confirming payments
 * and setups of which they have the client secret. Guarded by its owner.
 */
final class Browser {

  private static final Pattern OBJECT =
      Pattern.compile("/v1/(payment|setup)_intents/(\\w+?)(/confirm|/authenticate)?");

  private final Store store;
  private final Methods methods;
  private final Intents intents;
  private final Setups setups;

  Browser(Store store, Methods methods, Intents intents, Setups setups) {
    this.store = store;
    this.methods = methods;
    this.intents = intents;
    this.setups = setups;
  }

  Answer answer(String path, ObjectNode parameters) {
    if (path.equals("/v1/payment_methods")) {
      return enter(parameters);
    }
    Matcher object = OBJECT.matcher(path);
    if (!object.matches()) {
      return Answer.invalid("resource_missing", "id", "Unrecognized request URL");
    }
    String id = object.group(2);
    Optional<ObjectNode> known = store.find(id);
    String secret = parameters.path("client_secret").asText();
    if (known.isEmpty() || !known.get().path("client_secret").asText().equals(secret)) {
      return Answer.missing(object.group(1) + "_intent", id);
    }
    String step = Optional.ofNullable(object.group(3)).orElse("");
    boolean payment = object.group(1).equals("payment");
    return switch (step) {
      case "/confirm" -> payment ? intents.confirm(id, parameters) : setups.confirm(id, parameters);
      case "/authenticate" -> authenticated(known.get(), payment, parameters);
      default -> Answer.ok(known.get());
    };
  }

  /** The last four digits of the number say which of the test methods it is. */
  private Answer enter(ObjectNode parameters) {
    String number = parameters.path("card").path("number").asText().replaceAll("\\D", "");
    return TestMethod.withNumber(number)
        .map(kind -> Answer.ok(store.get(methods.store(kind, null))))
        .orElseGet(
            () -> Answer.invalid("incorrect_number", "number", "Your card number is incorrect."));
  }

  /** What the shopper tells his bank. */
  private Answer authenticated(ObjectNode object, boolean payment, JsonNode parameters) {
    if (!object.path("status").asText().equals("requires_action")) {
      return Answer.ok(object);
    }
    boolean agreed = parameters.path("result").asText().equals("complete");
    if (payment && agreed) {
      intents.succeed(object);
    } else if (payment) {
      intents.fail(object, refusal("payment_intent_authentication_failure"));
    } else if (agreed) {
      setups.succeed(object);
    } else {
      setups.fail(object, refusal("setup_intent_authentication_failure"));
    }
    return Answer.ok(object);
  }

  private static ObjectNode refusal(String code) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "card_error")
        .put("code", code)
        .put("message", "We are unable to authenticate your payment method.");
  }
}
