package org.evergreen.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.evergreen.change.proration.Proration.Timing;
import org.evergreen.plan.PlanOfferText;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.SkuId;
import org.evergreen.subscription.LinePayment;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/** A {@link PlannedChange} as JSON text, as it is kept. */
final class ChangeText {

  static final ObjectMapper JSON = new ObjectMapper();

  private ChangeText() {}

  static String write(PlannedChange plan) {
    ObjectNode json = JSON.createObjectNode();
    json.put("kind", plan.kind().name());
    json.put("step", plan.step().name());
    json.put("summary", plan.summary());
    ArrayNode items = json.putArray("items");
    plan.items().forEach(item -> items.add(write(item)));
    json.set("dates", write(plan.dates()));
    json.put("paid", plan.payment().paid().toString());
    json.put("cycleDays", plan.payment().cycleDays());
    json.set("amounts", write(plan.amounts()));
    plan.order().ifPresent(order -> json.set("order", HostOrderText.write(order)));
    return json.toString();
  }

  /**
   * The change that was written.
   *
   * @throws IllegalArgumentException if the text was not written by {@link #write}
   */
  static PlannedChange read(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      return new PlannedChange(
          ChangeKind.valueOf(json.required("kind").textValue()),
          PlannedChange.Step.valueOf(json.required("step").textValue()),
          json.required("summary").textValue(),
          all(json.required("items"), ChangeText::item),
          dates(json.required("dates")),
          new LinePayment(
              BigMoney.parse(json.required("paid").textValue()),
              json.required("cycleDays").decimalValue()),
          amounts(json.required("amounts")),
          Optional.ofNullable(json.get("order")).map(HostOrderText::read));
    } catch (JsonProcessingException | RuntimeException e) {
      throw new IllegalArgumentException("Not a planned change: '" + text + "'", e);
    }
  }

  private static ObjectNode write(Item item) {
    return JSON.createObjectNode()
        .put("offer", PlanOfferText.write(item.offer()))
        .put("product", item.product().value())
        .put("sku", item.sku().value())
        .put("name", item.name())
        .put("kind", item.kind().name())
        .put("quantity", item.quantity());
  }

  private static Item item(JsonNode json) {
    return new Item(
        PlanOfferText.read(json.required("offer").textValue()),
        new ProductId(json.required("product").textValue()),
        new SkuId(json.required("sku").textValue()),
        json.required("name").textValue(),
        ProductKind.valueOf(json.required("kind").textValue()),
        json.required("quantity").intValue());
  }

  private static ObjectNode write(PlannedChange.Dates dates) {
    ObjectNode json = JSON.createObjectNode();
    json.put("timing", dates.timing().name());
    json.put("own", dates.own());
    json.put("count", dates.interval().count());
    json.put("unit", dates.interval().unit().name());
    json.put("from", dates.from().toString());
    json.put("end", dates.end().toString());
    json.put("counts", dates.counts());
    dates.paymentsLeft().ifPresent(left -> json.put("paymentsLeft", left));
    return json;
  }

  private static PlannedChange.Dates dates(JsonNode json) {
    return new PlannedChange.Dates(
        Timing.valueOf(json.required("timing").textValue()),
        json.required("own").booleanValue(),
        new BillingInterval(
            json.required("count").intValue(),
            IntervalUnit.valueOf(json.required("unit").textValue())),
        Instant.parse(json.required("from").textValue()),
        Instant.parse(json.required("end").textValue()),
        json.required("counts").booleanValue(),
        json.has("paymentsLeft")
            ? OptionalInt.of(json.get("paymentsLeft").intValue())
            : OptionalInt.empty());
  }

  private static ObjectNode write(ChangeAmounts amounts) {
    return JSON.createObjectNode()
        .put("dueNow", amounts.dueNow().toString())
        .put("tax", amounts.tax().toString())
        .put("shipping", amounts.shipping().toString())
        .put("total", amounts.total().toString())
        .put("fromCredit", amounts.fromCredit().toString())
        .put("credited", amounts.credited().toString())
        .put("refunded", amounts.refunded().toString());
  }

  private static ChangeAmounts amounts(JsonNode json) {
    return new ChangeAmounts(
        money(json, "dueNow"),
        money(json, "tax"),
        money(json, "shipping"),
        money(json, "total"),
        money(json, "fromCredit"),
        money(json, "credited"),
        money(json, "refunded"));
  }

  static Money money(JsonNode json, String name) {
    return Money.parse(json.required(name).textValue());
  }

  static <T> List<T> all(JsonNode array, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    array.forEach(one -> all.add(read.apply(one)));
    return all;
  }
}
