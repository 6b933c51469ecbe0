package org.evergreen.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.Trial;
import org.joda.money.Money;

/** A {@link PlanOffer} as JSON text, for a host to keep with its cart or order line. */
public final class PlanOfferText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PlanOfferText() {}

  /** The offer as one line of JSON. */
  public static String write(PlanOffer offer) {
    ObjectNode json = JSON.createObjectNode();
    json.put("plan", offer.plan().value());
    json.put("planName", offer.planName());
    json.set("interval", write(offer.interval()));
    json.put("unitPrice", offer.unitPrice().toString());
    json.put("signUpFee", offer.signUpFee().toString());
    offer.trial().ifPresent(trial -> json.set("trial", write(trial.length())));
    offer.length().ifPresent(payments -> json.put("payments", payments));
    return json.toString();
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
          json.has("trial")
              ? Optional.of(new Trial(interval(json.get("trial"))))
              : Optional.empty(),
          json.has("payments")
              ? OptionalInt.of(json.get("payments").intValue())
              : OptionalInt.empty());
    } catch (JsonProcessingException | RuntimeException e) {
      throw new IllegalArgumentException("Not a plan offer: '" + text + "'", e);
    }
  }

  private static BillingInterval interval(JsonNode json) {
    return new BillingInterval(
        json.required("count").intValue(), IntervalUnit.valueOf(json.required("unit").textValue()));
  }
}
