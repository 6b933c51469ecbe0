package org.evergreen.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.evergreen.payment.GatewayEvent;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeEventsTest {

  private static final Instant AT = Instant.parse("2026-01-31T16:00:00Z");

  private final StripeEvents events = new StripeEvents();

  private Optional<GatewayEvent> read(String body) {
    return events.read(body.getBytes(StandardCharsets.UTF_8));
  }

  private static String event(String type, String object) {
    return """
        {"id":"evt_1","object":"event","type":"%s","created":%d,
         "data":{"object":%s,"previous_attributes":{"status":"x"}}}"""
        .formatted(type, AT.getEpochSecond(), object);
  }

  @ParameterizedTest
  @CsvSource({
    "payment_intent.succeeded, CHARGE",
    "payment_intent.payment_failed, CHARGE",
    "payment_intent.processing, CHARGE",
    "payment_intent.requires_action, CHARGE",
    "payment_intent.canceled, CHARGE",
    "charge.refunded, REFUND",
    "refund.created, REFUND",
    "refund.updated, REFUND",
    "refund.failed, REFUND",
    "charge.dispute.created, DISPUTE",
    "charge.dispute.updated, DISPUTE",
    "charge.dispute.closed, DISPUTE",
    "setup_intent.succeeded, SETUP",
    "setup_intent.setup_failed, SETUP",
    "payment_method.updated, METHOD",
    "payment_method.automatically_updated, METHOD",
    "payment_method.detached, METHOD",
    "mandate.updated, MANDATE",
    "customer.created, OTHER",
    "event.of.tomorrow, OTHER"
  })
  void eventIsReadByItsType(String type, GatewayEvent.Kind kind) {
    GatewayEvent event = read(event(type, "{\"id\":\"obj_1\"}")).orElseThrow();

    assertThat(event.kind()).isEqualTo(kind);
    assertThat(event.id()).isEqualTo("evt_1");
    assertThat(event.type()).isEqualTo(type);
    assertThat(event.happenedAt()).isEqualTo(AT);
    assertThat(event.objectId()).isEqualTo("obj_1");
  }

  @Test
  void unknownEventNeedsNoObject() {
    assertThat(read(event("balance.available", "{\"object\":\"balance\"}")))
        .contains(new GatewayEvent("evt_1", GatewayEvent.Kind.OTHER, "balance.available", "", AT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "12",
        "{}",
        "<html>",
        "{\"id\":\"evt_1\",\"object\":\"event\"}",
        "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"x\",\"created\":\"soon\"}",
        "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"x\",\"created\":99999999999999999}",
        "{\"id\":\"ch_1\",\"object\":\"charge\",\"type\":\"x\",\"created\":1}"
      })
  void whatIsNoEventIsNone(String body) {
    assertThat(read(body)).isEmpty();
  }

  @Test
  void knownEventWithoutItsObjectIsNone() {
    assertThat(read(event("payment_intent.succeeded", "{}"))).isEmpty();
  }

  @Test
  void eventThatWasCutOffIsNone() {
    byte[] whole =
        event("payment_intent.succeeded", "{\"id\":\"pi_1\"}").getBytes(StandardCharsets.UTF_8);

    for (int length = 0; length < whole.length; length++) {
      assertThat(events.read(Arrays.copyOf(whole, length))).as("first %d", length).isEmpty();
    }
  }

  @Test
  void deeplyNestedBodyIsNone() {
    assertThat(read(event("x", "[".repeat(50_000) + "]".repeat(50_000)))).isEmpty();
  }

  @Test
  void eventsOfTheDoubleAreRead() {
    try (StripeTestShop shop = new StripeTestShop()) {
      shop.gateway().charge(shop.renewal(TestMethod.VISA));

      assertThat(shop.account().events())
          .allSatisfy(body -> assertThat(read(body)).isPresent())
          .anySatisfy(
              body ->
                  assertThat(read(body).orElseThrow().kind()).isEqualTo(GatewayEvent.Kind.CHARGE));
    }
  }
}
