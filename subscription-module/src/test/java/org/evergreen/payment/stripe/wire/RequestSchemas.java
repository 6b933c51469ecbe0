package org.evergreen.payment.stripe.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What Stripe's API takes, as far as the shop uses it: a JSON schema per operation, which knows all
 * parameters that it may have, their types and which must be there.
 */
final class RequestSchemas {

  private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

  /** What is wrong with the parameters of an operation; empty when nothing is. */
  List<String> faults(Operation operation, ObjectNode parameters) {
    return schemas.computeIfAbsent(operation.schema(), this::read).validate(parameters).stream()
        .map(ValidationMessage::getMessage)
        .map(message -> operation + ": " + message)
        .sorted()
        .toList();
  }

  private JsonSchema read(String name) {
    return factory.getSchema(SchemaLocation.of("classpath:stripe/requests/" + name + ".json"));
  }
}
