package org.evergreen.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.evergreen.plan.PlanId;
import org.evergreen.storefront.SkuId;

/** A {@link ChangeRequest} as JSON text; the same request gives the same text. */
final class ChangeRequestText {

  private ChangeRequestText() {}

  static String write(ChangeRequest request) {
    ObjectNode json = ChangeText.JSON.createObjectNode();
    json.put("change", request.getClass().getSimpleName());
    request.changedLine().ifPresent(line -> json.put("line", line));
    if (request instanceof ChangeRequest.SwitchPlan change) {
      json.put("plan", change.plan().value());
    } else if (request instanceof ChangeRequest.Swap change) {
      json.put("sku", change.sku().value()).put("plan", change.plan().value());
    } else if (request instanceof ChangeRequest.Quantity change) {
      json.put("quantity", change.quantity());
    } else if (request instanceof ChangeRequest.AddItem change) {
      json.put("sku", change.sku().value())
          .put("plan", change.plan().value())
          .put("quantity", change.quantity());
    }
    return json.toString();
  }

  /**
   * The request that was written.
   *
   * @throws IllegalArgumentException if the text was not written by {@link #write}
   */
  static ChangeRequest read(String text) {
    try {
      JsonNode json = ChangeText.JSON.readTree(text);
      return switch (json.required("change").textValue()) {
        case "SwitchPlan" -> new ChangeRequest.SwitchPlan(line(json), plan(json));
        case "Swap" -> new ChangeRequest.Swap(line(json), sku(json), plan(json));
        case "Quantity" -> new ChangeRequest.Quantity(line(json), quantity(json));
        case "AddItem" -> new ChangeRequest.AddItem(sku(json), plan(json), quantity(json));
        case "RemoveItem" -> new ChangeRequest.RemoveItem(line(json));
        case "Resubscribe" -> new ChangeRequest.Resubscribe();
        default -> throw new IllegalArgumentException("Unknown change");
      };
    } catch (JsonProcessingException | RuntimeException e) {
      throw new IllegalArgumentException("Not a request for a change: '" + text + "'", e);
    }
  }

  private static long line(JsonNode json) {
    return json.required("line").longValue();
  }

  private static PlanId plan(JsonNode json) {
    return new PlanId(json.required("plan").longValue());
  }

  private static SkuId sku(JsonNode json) {
    return new SkuId(json.required("sku").textValue());
  }

  private static int quantity(JsonNode json) {
    return json.required("quantity").intValue();
  }
}
