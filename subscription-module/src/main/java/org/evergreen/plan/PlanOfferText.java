package org.evergreen.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.Commitment;
import org.evergreen.terms.DownloadRelease;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.PlanConditions;
import org.evergreen.terms.PurchaseLimit;
import org.evergreen.terms.Trial;
import org.joda.money.Money;

/** A {@link PlanOffer} as JSON text, for a host to keep with its cart or order line. */
public final class PlanOfferText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PlanOfferText() {}

  /** The offer as one line of JSON. Terms that are usual are left out. */
  public static String write(PlanOffer offer) {
    ObjectNode json = JSON.createObjectNode();
    json.put("plan", offer.plan().value());
    json.put("planName", offer.planName());
    json.set("interval", write(offer.interval()));
    json.put("unitPrice", offer.unitPrice().toString());
    json.put("signUpFee", offer.signUpFee().toString());
    offer.trial().ifPresent(trial -> json.set("trial", write(trial)));
    offer.length().ifPresent(payments -> json.put("payments", payments));
    offer.alignment().ifPresent(alignment -> json.set("alignment", write(alignment)));
    write(offer.conditions(), json);
    return json.toString();
  }

  private static ObjectNode write(Trial trial) {
    ObjectNode json = write(trial.length());
    if (trial.oncePerCustomer()) {
      json.put("once", true);
    }
    return json;
  }

  private static ObjectNode write(Alignment alignment) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("day", DayCode.of(alignment.day()).toString())
            .put("first", alignment.firstPayment().name());
    if (alignment.graceDays() > 0) {
      json.put("grace", alignment.graceDays());
    }
    return json;
  }

  private static void write(PlanConditions conditions, ObjectNode json) {
    Commitment commitment = conditions.commitment();
    if (conditions.shippingOnce()) {
      json.put("shippingOnce", true);
    }
    if (conditions.limit() != PurchaseLimit.NONE) {
      json.put("limit", conditions.limit().name());
    }
    if (commitment.minimumPayments() > 0) {
      json.put("minimumPayments", commitment.minimumPayments());
    }
    if (commitment.noticeDays() > 0) {
      json.put("noticeDays", commitment.noticeDays());
    }
    if (conditions.downloads() != DownloadRelease.ALL_AT_ONCE) {
      json.put("downloads", conditions.downloads().name());
    }
  }

  private static ObjectNode write(BillingInterval interval) {
    return JSON.createObjectNode()
        .put("count", interval.count())
        .put("unit", interval.unit().name());
  }

  /**
   * The offer that was written.
   *
   * @throws IllegalArgumentException if the text was not written by {@link #write}
   */
  public static PlanOffer read(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      return new PlanOffer(
          new PlanId(json.required("plan").longValue()),
          json.required("planName").textValue(),
          interval(json.required("interval")),
          Money.parse(json.required("unitPrice").textValue()),
          Money.parse(json.required("signUpFee").textValue()),
          part(json, "trial").map(PlanOfferText::trial),
          json.has("payments")
              ? OptionalInt.of(json.get("payments").intValue())
              : OptionalInt.empty(),
          part(json, "alignment").map(PlanOfferText::alignment),
          conditions(json));
    } catch (JsonProcessingException | RuntimeException e) {
      throw new IllegalArgumentException("Not a plan offer: '" + text + "'", e);
    }
  }

  private static Optional<JsonNode> part(JsonNode json, String name) {
    return Optional.ofNullable(json.get(name));
  }

  private static Trial trial(JsonNode json) {
    return new Trial(interval(json), json.path("once").asBoolean());
  }

  private static Alignment alignment(JsonNode json) {
    return new Alignment(
        DayCode.parse(json.required("day").textValue()),
        Alignment.FirstPayment.valueOf(json.required("first").textValue()),
        json.path("grace").asInt());
  }

  private static PlanConditions conditions(JsonNode json) {
    return new PlanConditions(
        json.path("shippingOnce").asBoolean(),
        PurchaseLimit.valueOf(json.path("limit").asText(PurchaseLimit.NONE.name())),
        new Commitment(json.path("minimumPayments").asInt(), json.path("noticeDays").asInt()),
        DownloadRelease.valueOf(json.path("downloads").asText(DownloadRelease.ALL_AT_ONCE.name())));
  }

  private static BillingInterval interval(JsonNode json) {
    return new BillingInterval(
        json.required("count").intValue(), IntervalUnit.valueOf(json.required("unit").textValue()));
  }
}
