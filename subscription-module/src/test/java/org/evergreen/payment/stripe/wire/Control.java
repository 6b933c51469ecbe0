package org.evergreen.payment.stripe.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The double's own requests under {@code /control/}: what tests in other processes, and people, let
 * people, banks and the network do. {@code docs/12-stripe.md} lists them.
 */
final class Control {

  private final JsonMapper json = JsonMapper.builder().build();
  private final StripeDouble stripe;
  private final MovableClock clock;

  Control(StripeDouble stripe, MovableClock clock) {
    this.stripe = stripe;
    this.clock = clock;
  }

  Answer answer(String path, ObjectNode parameters) {
    try {
      return Answer.ok(answered(path.substring("/control/".length()), parameters));
    } catch (IllegalArgumentException | NullPointerException wrong) {
      return Answer.invalid("control", path, String.valueOf(wrong.getMessage()));
    }
  }

  private JsonNode answered(String what, ObjectNode given) {
    StripeAccount account = stripe.account();
    switch (what) {
      case "books":
        return books();
      case "events":
        return read(account.events());
      case "deliver":
        return json.createObjectNode().put("accepted", deliver(given));
      case "faults":
        stripe
            .faults()
            .next(
                Operation.valueOf(text(given, "operation")),
                Arrays.stream(text(given, "fault").split(","))
                    .map(Fault::valueOf)
                    .toArray(Fault[]::new));
        return done();
      case "chance":
        stripe.faults().otherwise(chance(given));
        return done();
      case "calm":
        stripe.faults().none();
        return done();
      case "let-go":
        stripe.faults().letGo();
        return done();
      case "forget-keys":
        stripe.forgetKeys();
        return done();
      case "empty":
        stripe.empty();
        return done();
      case "clock":
        clock.set(Instant.parse(text(given, "now")));
        return done();
      default:
        return people(what, given, account);
    }
  }

  private JsonNode people(String what, ObjectNode given, StripeAccount account) {
    switch (what) {
      case "customer":
        return told("token", account.customerWith(kind(given)));
      case "shopper-enters":
        return told("method", account.shopperEnters(text(given, "setup"), kind(given)));
      case "shopper-confirms":
        account.shopperConfirms(text(given, "intent"));
        return done();
      case "debit-arrives":
        account.debitArrives(text(given, "intent"));
        return done();
      case "debit-comes-back":
        account.debitComesBack(text(given, "intent"), text(given, "code"));
        return done();
      case "dispute":
        return told("dispute", account.disputed(text(given, "intent"), text(given, "status")));
      case "dispute-becomes":
        account.disputeBecomes(text(given, "dispute"), text(given, "status"));
        return done();
      case "refund":
        long amount = Long.parseLong(text(given, "amount"));
        return told("refund", account.refundedInDashboard(text(given, "intent"), amount));
      case "card-updated":
        account.cardUpdated(text(given, "method"), Integer.parseInt(text(given, "year")));
        return done();
      case "card-detached":
        account.methodDetached(text(given, "method"));
        return done();
      default:
        throw new IllegalArgumentException("Nobody knows /control/" + what);
    }
  }

  private int deliver(ObjectNode given) {
    return stripe.deliver(
        URI.create(text(given, "url")),
        given.path("secret").asText(StripeDouble.WEBHOOK_SECRET),
        given.path("times").asInt(1),
        new Random(given.path("seed").asLong(0)));
  }

  /** Every fault by its share of the requests, for example {@code TOO_MANY=0.05}. */
  private static java.util.function.Function<Operation, Fault> chance(ObjectNode given) {
    Random random = new Random(given.path("seed").asLong(0));
    List<String> only = List.of(given.path("operations").asText("").split(","));
    Map<Fault, Double> shares = new EnumMap<>(Fault.class);
    for (Fault fault : Fault.values()) {
      shares.put(fault, given.path(fault.name()).asDouble(0));
    }
    return operation -> {
      if (!only.contains("") && !only.contains(operation.name())) {
        return Fault.NONE;
      }
      double left = random.nextDouble();
      for (Map.Entry<Fault, Double> share : shares.entrySet()) {
        left -= share.getValue();
        if (left < 0) {
          return share.getKey();
        }
      }
      return Fault.NONE;
    };
  }

  private ObjectNode books() {
    ObjectNode books = json.createObjectNode();
    books.set("intents", json.valueToTree(stripe.account().intents()));
    books.set("refunds", json.valueToTree(stripe.account().refunds()));
    books.set("violations", json.valueToTree(stripe.violations()));
    books.put("requests", stripe.requests().size());
    return books.put("customers", stripe.account().count("customer"));
  }

  private ArrayNode read(List<String> bodies) {
    ArrayNode all = json.createArrayNode();
    try {
      for (String body : bodies) {
        all.add(json.readTree(body));
      }
      return all;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private ObjectNode done() {
    return json.createObjectNode().put("done", true);
  }

  private ObjectNode told(String name, String value) {
    return json.createObjectNode().put(name, value);
  }

  private static TestMethod kind(ObjectNode given) {
    return TestMethod.valueOf(text(given, "kind"));
  }

  private static String text(ObjectNode given, String name) {
    if (!given.hasNonNull(name)) {
      throw new IllegalArgumentException("The parameter '" + name + "' is missing");
    }
    return given.get(name).asText();
  }
}
