package org.evergreen.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.evergreen.storefront.Quote;
import org.evergreen.storefront.QuoteLine;
import org.evergreen.storefront.SkuId;

/** A {@link HostOrder} as JSON. */
final class HostOrderText {

  private HostOrderText() {}

  static ObjectNode write(HostOrder order) {
    ObjectNode json = ChangeText.JSON.createObjectNode();
    order.shipTo().ifPresent(address -> json.put("shipTo", address));
    ArrayNode asked = json.putArray("lines");
    order.lines().forEach(line -> asked.add(write(line)));
    Quote.Priced priced = order.priced();
    json.put("reference", priced.reference());
    ArrayNode lines = json.putArray("priced");
    for (Quote.PricedLine line : priced.lines()) {
      lines
          .addObject()
          .put("key", line.key())
          .put("amount", line.amount().toString())
          .put("tax", line.tax().toString());
    }
    return json.put("shipping", priced.shipping().toString())
        .put("shippingTax", priced.shippingTax().toString())
        .put("total", priced.total().toString());
  }

  private static ObjectNode write(QuoteLine line) {
    return ChangeText.JSON
        .createObjectNode()
        .put("key", line.key())
        .put("sku", line.sku().value())
        .put("quantity", line.quantity())
        .put("unitPrice", line.unitPrice().toString())
        .put("discount", line.discount().toString())
        .put("shipped", line.shippingCharged());
  }

  static HostOrder read(JsonNode json) {
    Quote.Priced priced =
        new Quote.Priced(
            json.required("reference").textValue(),
            ChangeText.all(
                json.required("priced"),
                line ->
                    new Quote.PricedLine(
                        line.required("key").textValue(),
                        ChangeText.money(line, "amount"),
                        ChangeText.money(line, "tax"))),
            ChangeText.money(json, "shipping"),
            ChangeText.money(json, "shippingTax"),
            ChangeText.money(json, "total"));
    return new HostOrder(
        Optional.ofNullable(json.get("shipTo")).map(JsonNode::longValue),
        ChangeText.all(json.required("lines"), HostOrderText::line),
        priced);
  }

  private static QuoteLine line(JsonNode json) {
    return new QuoteLine(
        json.required("key").textValue(),
        new SkuId(json.required("sku").textValue()),
        json.required("quantity").intValue(),
        ChangeText.money(json, "unitPrice"),
        ChangeText.money(json, "discount"),
        json.required("shipped").booleanValue());
  }
}
