package org.evergreen.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.testing.Concurrently;
import org.evergreen.testing.FakeMailbox;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.PaidOrderBuilder;
import org.evergreen.testing.TestShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class NoticeSenderTest {

  private static final TestShop SHOP =
      TestShop.in("Europe/Berlin", "2026-01-31T10:00:00Z", Map.of(), FakeMailbox.class);

  private final FakeMailbox mailbox = SHOP.get(FakeMailbox.class);
  private final NoticeSender sender = SHOP.get(NoticeSender.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final CustomerId ada = SHOP.storefront().customer("ada");
  private SubscriptionId subscription;

  @BeforeEach
  void oneSubscriptionAndAnEmptyOutbox() {
    SHOP.empty();
    mailbox.clear();
    Sku coffee = SHOP.storefront().product("House Blend", ProductKind.PHYSICAL, "18.00");
    subscription =
        SHOP.get(SubscriptionCheckout.class)
            .onOrderPaid(
                PaidOrderBuilder.order("order-1", ada, SHOP.time().now())
                    .with(coffee, 1, OfferBuilder.monthly("16.20"))
                    .build())
            .get(0);
    SHOP.jdbc().update("delete from evergreen_notice");
    log.start();
    logger().addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger().detachAppender(log);
  }

  @AfterAll
  static void close() {
    SHOP.close();
  }

  @Test
  void whatWaitsIsSentOnce() {
    queue("one", "two");

    assertThat(sender.sendWaiting()).isEqualTo(new SendReport(2, 0, 0, 0));
    assertThat(sender.sendWaiting()).isEqualTo(SendReport.NOTHING);

    assertThat(mailbox.mails()).hasSize(2).extracting(Mail::to).containsOnly("ada@example.com");
    assertThat(states()).containsOnly(Map.entry("one", "SENT"), Map.entry("two", "SENT"));
  }

  @Test
  void noticesOfATransactionThatIsStillOpenAreNotSent() {
    SendReport whileOpen =
        SHOP.database()
            .transactions()
            .execute(
                status -> {
                  queue("one");
                  return CompletableFuture.supplyAsync(sender::sendWaiting).join();
                });

    assertThat(whileOpen).isEqualTo(SendReport.NOTHING);
    assertThat(sender.sendWaiting()).isEqualTo(new SendReport(1, 0, 0, 0));
  }

  @Test
  void severalNodesShareTheWorkAndSendNothingTwice() {
    int count = 150;
    queue(IntStream.range(0, count).mapToObj(number -> "key-" + number).toArray(String[]::new));

    List<SendReport> reports = Concurrently.call(4, sender::sendWaiting);

    assertThat(reports.stream().mapToInt(SendReport::sent).sum()).isEqualTo(count);
    assertThat(mailbox.mails()).hasSize(count);
    assertThat(states().values()).containsOnly("SENT");
  }

  @Test
  void aRefusedMailIsTriedAgainAfterAGrowingPause() {
    queue("one");
    mailbox.refuse("421 try again later");

    assertThat(sender.sendWaiting()).isEqualTo(new SendReport(0, 1, 0, 0));
    assertThat(sender.sendWaiting()).isEqualTo(SendReport.NOTHING);
    SHOP.clock().advance(Duration.ofMinutes(1));
    assertThat(sender.sendWaiting()).isEqualTo(new SendReport(0, 1, 0, 0));
    SHOP.clock().advance(Duration.ofMinutes(1));
    assertThat(sender.sendWaiting()).isEqualTo(SendReport.NOTHING);
    SHOP.clock().advance(Duration.ofMinutes(3));
    mailbox.accept();

    assertThat(sender.sendWaiting()).isEqualTo(new SendReport(1, 0, 0, 0));
    assertThat(states()).containsExactly(Map.entry("one", "SENT"));
  }

  @Test
  void aMailThatIsRefusedTooOftenIsGivenUpWithTheProblem() {
    queue("one");
    mailbox.refuse("550 no mailbox <ada@example.com> here");

    for (int attempt = 0; attempt < 6; attempt++) {
      sender.sendWaiting();
      SHOP.clock().advance(Duration.ofDays(1));
    }

    assertThat(row("one"))
        .containsEntry("state", "FAILED")
        .containsEntry("attempts", 6)
        .containsEntry("problem", "IllegalStateException: 550 no mailbox <(address)> here");
    mailbox.accept();
    assertThat(sender.sendWaiting()).isEqualTo(SendReport.NOTHING);
  }

  @Test
  void aMailThatWasBeingSentWhenTheProcessStoppedIsFlaggedAndNotSentAgain() {
    queue("one", "two", "three");
    mailbox.stopProcessAfter(2);
    assertThatThrownBy(sender::sendWaiting).isInstanceOf(FakeMailbox.ProcessStopped.class);
    assertThat(states().values()).containsExactlyInAnyOrder("SENT", "SENDING", "QUEUED");

    SHOP.clock().advance(Duration.ofMinutes(16));

    assertThat(sender.sendWaiting()).isEqualTo(new SendReport(1, 0, 0, 1));
    assertThat(mailbox.mails()).hasSize(3);
    assertThat(states().values()).containsExactlyInAnyOrder("SENT", "IN_DOUBT", "SENT");
    SHOP.clock().advance(Duration.ofDays(30));
    assertThat(sender.sendWaiting()).isEqualTo(SendReport.NOTHING);
    assertThat(mailbox.mails()).hasSize(3);
  }

  @Test
  void aSlowMailThatWasFlaggedTooEarlyIsSettledWhenItsAnswerComes() {
    queue("one");
    Outbox outbox = new Outbox(SHOP.database().namedJdbc(), SHOP.database().transactions());
    WaitingNotice notice = outbox.take(1, now(), now().plusSeconds(300)).get(0);
    outbox.begin(notice, now());
    SHOP.clock().advance(Duration.ofHours(1));
    outbox.flagStuck(now().minusSeconds(900), now(), "flagged");

    outbox.sent(notice, now());

    assertThat(row("one")).containsEntry("state", "SENT").containsEntry("problem", null);
  }

  @Test
  void aNodeWhoseNoticeWasTakenByAnotherDoesNotSendIt() {
    queue("one");
    Outbox outbox = new Outbox(SHOP.database().namedJdbc(), SHOP.database().transactions());
    WaitingNotice slow = outbox.take(1, now(), now().plusSeconds(300)).get(0);
    SHOP.clock().advance(Duration.ofMinutes(6));
    WaitingNotice quick = outbox.take(1, now(), now().plusSeconds(300)).get(0);

    assertThat(outbox.begin(slow, now())).isFalse();
    assertThat(outbox.begin(quick, now())).isTrue();
    assertThat(outbox.begin(quick, now())).isFalse();
  }

  @Test
  void oneNoticeThatCannotBeWrittenDoesNotHoldUpTheOthers() {
    new Notices(SHOP.jdbc(), SHOP.time())
        .queue(
            List.of(
                new NewNotice(
                    NoticeKind.SUBSCRIPTION_STARTED,
                    "broken",
                    ada,
                    Map.of(Payload.SUBSCRIPTION, "999999"))));
    queue("one");

    assertThat(sender.sendWaiting()).isEqualTo(new SendReport(1, 1, 0, 0));
    assertThat(row("broken"))
        .containsEntry("state", "QUEUED")
        .containsEntry("attempts", 1)
        .containsEntry(
            "problem", "IllegalStateException: There is no subscription 999999 to tell of");
  }

  @Test
  void aCustomerWhoIsGoneIsGivenUpAtOnce() {
    new Notices(SHOP.jdbc(), SHOP.time())
        .queue(
            List.of(
                new NewNotice(
                    NoticeKind.SUBSCRIPTION_STARTED, "gone", new CustomerId("nobody"), Map.of())));

    assertThat(sender.sendWaiting()).isEqualTo(new SendReport(0, 0, 1, 0));
    assertThat(row("gone"))
        .containsEntry("state", "FAILED")
        .containsEntry("problem", "Customer nobody has no e-mail address");
  }

  @Test
  void aKindOfANewerReleaseIsLeftToTheNodesThatKnowIt() {
    queue("one");
    SHOP.jdbc().update("update evergreen_notice set kind = 'OF_A_NEWER_RELEASE'");

    assertThat(sender.sendWaiting()).isEqualTo(SendReport.NOTHING);
    assertThat(row("one")).containsEntry("state", "QUEUED").containsEntry("attempts", 0);
  }

  @Test
  void withoutATransportNoticesGoOnWaiting() {
    try (TestShop shop = TestShop.in("UTC", "2026-01-31T10:00:00Z")) {
      new Notices(shop.jdbc(), shop.time()).queue(List.of(notice("one")));

      assertThat(shop.get(NoticeSender.class).sendWaiting()).isEqualTo(SendReport.NOTHING);
      assertThat(shop.jdbc().queryForObject("select state from evergreen_notice", String.class))
          .isEqualTo("QUEUED");
    }
  }

  @Test
  void theLogNamesNoticesByNumberAndNobodyByNameOrAddress() {
    queue("one");
    mailbox.refuse("550 ada@example.com is unknown");

    sender.sendWaiting();

    assertThat(log.list).hasSize(1);
    assertThat(log.list.get(0).getFormattedMessage())
        .startsWith("Notice " + row("one").get("id") + " was not sent")
        .doesNotContain("ada@", "example.com", "Ada", "Green");
    assertThat(log.list.get(0).getThrowableProxy()).isNull();
  }

  private static Instant now() {
    return SHOP.time().now();
  }

  private void queue(String... keys) {
    new Notices(SHOP.jdbc(), SHOP.time()).queue(List.of(keys).stream().map(this::notice).toList());
  }

  private NewNotice notice(String key) {
    String id = subscription.toString();
    return new NewNotice(
        NoticeKind.SUBSCRIPTION_STARTED, key, ada, Map.of(Payload.SUBSCRIPTION, id));
  }

  private static Map<String, Object> row(String key) {
    return SHOP.jdbc().queryForMap("select * from evergreen_notice where dedupe_key = ?", key);
  }

  private static Map<String, String> states() {
    return SHOP.jdbc()
        .query(
            "select dedupe_key, state from evergreen_notice",
            rows -> {
              Map<String, String> states = new HashMap<>();
              while (rows.next()) {
                states.put(rows.getString(1), rows.getString(2));
              }
              return states;
            });
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger("org.evergreen.notice");
  }
}
