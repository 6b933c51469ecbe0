package org.evergreen.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.testing.Concurrently;
import org.evergreen.testing.TestShop;
import org.evergreen.webhook.WebhookReceipt.Accepted;
import org.evergreen.webhook.WebhookReceipt.Reason;
import org.evergreen.webhook.WebhookReceipt.Refused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keeping events and working them off, whatever they are about. */
class WebhookProcessingTest {

  private static TestShop shop;

  private RecordingHandler handler;

  @BeforeAll
  static void start() {
    shop =
        TestShop.in(
            "America/Chicago",
            "2026-01-31T16:00:00Z",
            Map.of("evergreen.webhooks.attempts", "4"),
            TalkingGateway.class,
            RecordingHandler.class);
  }

  @AfterAll
  static void stop() {
    shop.close();
  }

  @BeforeEach
  void empty() {
    shop.empty();
    shop.clock().set("2026-01-31T16:00:00Z");
    handler = shop.get(RecordingHandler.class);
    handler.answer(event -> Handled.done());
  }

  private static WebhookReceipt receive(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return shop.get(Webhooks.class).receive(TalkingGateway.NAME, bytes, TalkingGateway.SIGNATURE);
  }

  private static void arrives(String id) {
    assertThat(receive(id + " " + RecordingHandler.TYPE + " thing-" + id))
        .isInstanceOf(Accepted.class);
  }

  private static WebhookReport process() {
    return shop.get(WebhookProcessing.class).processWaiting();
  }

  private static WebhookReport processAfter(Duration time) {
    shop.clock().advance(time);
    return process();
  }

  private static WebhookLog log() {
    return shop.get(WebhookLog.class);
  }

  private static List<WebhookEvent> events() {
    return log().page(Optional.empty(), Optional.empty(), 100);
  }

  private static WebhookEvent only() {
    assertThat(events()).hasSize(1);
    return events().get(0);
  }

  @Test
  void eventIsKeptOnceHoweverOftenItComes() {
    assertThat(receive("e1 thing.changed t1")).isEqualTo(new Accepted(true));
    assertThat(receive("e1 thing.changed t1")).isEqualTo(new Accepted(false));

    assertThat(only())
        .returns("e1", WebhookEvent::eventId)
        .returns("t1", WebhookEvent::objectId)
        .returns(TalkingGateway.HAPPENED, WebhookEvent::happenedAt)
        .returns(shop.clock().instant(), WebhookEvent::receivedAt)
        .returns(WebhookState.WAITING, WebhookEvent::state);
  }

  @Test
  void eventThatComesOnSeveralNodesAtOnceIsKeptOnce() {
    List<WebhookReceipt> answers = Concurrently.call(8, () -> receive("e1 thing.changed t1"));

    assertThat(answers).filteredOn(new Accepted(true)::equals).hasSize(1);
    assertThat(answers).filteredOn(new Accepted(false)::equals).hasSize(7);
  }

  @Test
  void unusedTypeIsKeptAsIgnoredAndNeverHandled() {
    assertThat(receive("e1 moon.rose m1")).isEqualTo(new Accepted(true));

    assertThat(process()).isEqualTo(WebhookReport.NOTHING);
    assertThat(only().state()).isEqualTo(WebhookState.IGNORED);
  }

  @Test
  void whatIsNotGenuineIsNotKept() {
    Webhooks webhooks = shop.get(Webhooks.class);
    byte[] body = "e1 thing.changed t1".getBytes(StandardCharsets.UTF_8);

    assertThat(webhooks.receive(TalkingGateway.NAME, body, ""))
        .isEqualTo(new Refused(Reason.NOT_GENUINE, "No nod"));
    assertThat(webhooks.receive("nobody", body, TalkingGateway.SIGNATURE))
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.UNKNOWN_GATEWAY));
    assertThat(webhooks.receive(TalkingGateway.NAME, new byte[Webhooks.LARGEST_BODY + 1], "nod"))
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.TOO_LARGE));
    assertThat(receive("e".repeat(256) + " thing.changed t1"))
        .isInstanceOfSatisfying(
            Refused.class, it -> assertThat(it.reason()).isEqualTo(Reason.NOT_GENUINE));
    assertThat(events()).isEmpty();
  }

  @Test
  void waitingEventIsHandledOnce() {
    arrives("e1");

    assertThat(process()).isEqualTo(new WebhookReport(1, 0, 0, 0));
    assertThat(process()).isEqualTo(WebhookReport.NOTHING);
    assertThat(handler.handled()).containsExactly("e1");
    assertThat(only())
        .returns(WebhookState.DONE, WebhookEvent::state)
        .returns(Optional.of(shop.clock().instant()), WebhookEvent::settledAt);
  }

  @Test
  void severalNodesShareTheWork() {
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      arrives("e" + i);
      sent.add("e" + i);
    }

    List<WebhookReport> reports = Concurrently.call(4, WebhookProcessingTest::process);

    assertThat(reports.stream().mapToInt(WebhookReport::done).sum()).isEqualTo(200);
    assertThat(handler.handled()).containsExactlyInAnyOrderElementsOf(sent);
  }

  @Test
  void whatDoesNotWorkIsTriedAgainAfterGrowingPausesAndThenWaitsForAPerson() {
    handler.answer(event -> new Handled.NotYet("The gateway is asleep"));
    arrives("e1");

    assertThat(process()).isEqualTo(new WebhookReport(0, 0, 1, 0));
    assertThat(processAfter(Duration.ofSeconds(9))).isEqualTo(WebhookReport.NOTHING);
    assertThat(processAfter(Duration.ofSeconds(1)).postponed()).isEqualTo(1);
    assertThat(processAfter(Duration.ofSeconds(29))).isEqualTo(WebhookReport.NOTHING);
    assertThat(processAfter(Duration.ofSeconds(1)).postponed()).isEqualTo(1);
    assertThat(processAfter(Duration.ofSeconds(90)).failed()).isEqualTo(1);

    assertThat(processAfter(Duration.ofDays(9))).isEqualTo(WebhookReport.NOTHING);
    assertThat(only())
        .returns(WebhookState.FAILED, WebhookEvent::state)
        .returns(4, WebhookEvent::attempts)
        .returns(Optional.of("Tried 4 times: The gateway is asleep"), WebhookEvent::problem);
  }

  @Test
  void failureIsAnAttemptLikeAnyOther() {
    handler.answer(
        event -> {
          throw new IllegalStateException("broken");
        });
    arrives("e1");
    arrives("e2");

    assertThat(process().postponed()).isEqualTo(2);
    handler.answer(event -> Handled.done());
    assertThat(processAfter(Duration.ofSeconds(10)).done()).isEqualTo(2);
  }

  @Test
  void whatOnlyAPersonCanSettleIsNotTriedAgain() {
    handler.answer(event -> new Handled.NeedsAPerson("Paid twice; give one back"));
    arrives("e1");

    assertThat(process()).isEqualTo(new WebhookReport(0, 0, 0, 1));
    assertThat(only().problem()).contains("Paid twice; give one back");
  }

  @Test
  void objectOfAnotherShopIsIgnoredAfterAWhile() {
    handler.answer(event -> new Handled.Unknown("No such thing here"));
    arrives("e1");

    assertThat(process().postponed()).isEqualTo(1);
    assertThat(processAfter(Duration.ofMinutes(19)).postponed()).isEqualTo(1);
    assertThat(processAfter(Duration.ofMinutes(1)).ignored()).isEqualTo(1);
    assertThat(only())
        .returns(WebhookState.IGNORED, WebhookEvent::state)
        .returns(Optional.of("No such thing here"), WebhookEvent::problem);
  }

  @Test
  void objectThatBecomesKnownMeanwhileIsHandled() {
    handler.answer(event -> new Handled.Unknown("No such thing here"));
    arrives("e1");
    process();
    handler.answer(event -> Handled.done());

    assertThat(processAfter(Duration.ofSeconds(10)).done()).isEqualTo(1);
    assertThat(only().problem()).isEmpty();
  }

  @Test
  void personHasAFailedEventTriedAnew() {
    handler.answer(event -> new Handled.NeedsAPerson("Set a key"));
    arrives("e1");
    process();
    handler.answer(event -> Handled.done());

    assertThat(shop.get(Webhooks.class).again(only().id())).isTrue();
    assertThat(process().done()).isEqualTo(1);
    assertThat(shop.get(Webhooks.class).again(12345)).isFalse();
  }

  @Test
  void eventOfADeadProcessIsTakenOverWhenItsLeaseIsOver() {
    arrives("e1");
    shop.jdbc()
        .update(
            "update evergreen_webhook_event set attempts = 1,"
                + " next_at = received_at + interval '2 minutes'");

    assertThat(process()).isEqualTo(WebhookReport.NOTHING);
    assertThat(processAfter(Duration.ofMinutes(2)).done()).isEqualTo(1);
    assertThat(only().attempts()).isEqualTo(2);
  }

  @Test
  void workerThatWasOvertakenDoesNotSettle() {
    arrives("e1");
    handler.answer(
        event -> {
          shop.jdbc().update("update evergreen_webhook_event set attempts = attempts + 1");
          return new Handled.NeedsAPerson("late");
        });

    process();

    assertThat(only().state()).isEqualTo(WebhookState.WAITING);
  }

  @Test
  void logCountsEventsAndTellsHowLongTheyWait() {
    handler.answer(
        event ->
            switch (event.eventId()) {
              case "e1" -> Handled.done();
              case "e2" -> new Handled.NeedsAPerson("look");
              default -> new Handled.NotYet("later");
            });
    arrives("e1");
    arrives("e2");
    arrives("e3");
    receive("e4 moon.rose m1");
    process();
    arrives("e5");

    assertThat(log().counts()).isEqualTo(new WebhookCounts(1, 1, 1, 1, 1));
    assertThat(log().failed()).isEqualTo(1);
    assertThat(log().lag()).isEqualTo(Duration.ZERO);
    shop.clock().advance(Duration.ofSeconds(8));
    assertThat(log().lag()).isEqualTo(Duration.ofSeconds(8));
    assertThat(process().postponed()).isEqualTo(1);
    assertThat(log().lag()).isEqualTo(Duration.ZERO);
  }

  @Test
  void logIsReadPageByPageLatestFirst() {
    for (int i = 1; i <= 5; i++) {
      arrives("e" + i);
      shop.clock().advance(Duration.ofSeconds(1));
    }
    handler.answer(
        event -> event.eventId().equals("e2") ? new Handled.NeedsAPerson("look") : Handled.done());
    process();

    List<WebhookEvent> first = log().page(Optional.empty(), Optional.empty(), 2);
    List<WebhookEvent> second = log().page(Optional.empty(), Optional.of(first.get(1)), 2);

    assertThat(first).extracting(WebhookEvent::eventId).containsExactly("e5", "e4");
    assertThat(second).extracting(WebhookEvent::eventId).containsExactly("e3", "e2");
    assertThat(log().page(Optional.of(WebhookState.FAILED), Optional.empty(), 9))
        .extracting(WebhookEvent::eventId)
        .containsExactly("e2");
    assertThat(log().find(first.get(0).id())).contains(first.get(0));
    assertThat(log().find(12345)).isEmpty();
  }

  @Test
  void whatIsOverIsDeletedAfterSixtyDaysAndWhatFailedStays() {
    handler.answer(
        event -> event.eventId().equals("e1") ? Handled.done() : new Handled.NeedsAPerson("look"));
    arrives("e1");
    arrives("e2");
    receive("e3 moon.rose m1");
    process();
    WebhookRetention retention = shop.get(WebhookRetention.class);

    shop.clock().advance(Duration.ofDays(60));
    assertThat(retention.deleteOld()).isZero();
    shop.clock().advance(Duration.ofSeconds(1));
    assertThat(retention.deleteOld()).isEqualTo(2);

    assertThat(only().eventId()).isEqualTo("e2");
  }
}
