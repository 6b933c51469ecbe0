package org.evergreen.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.evergreen.storefront.CustomerId;
import org.evergreen.testing.Concurrently;
import org.evergreen.testing.StepClock;
import org.evergreen.testing.TestDatabase;
import org.evergreen.time.ShopTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticesTest {

  private static final TestDatabase DATABASE = TestDatabase.migrated();
  private static final CustomerId ADA = new CustomerId("ada");

  private final ShopTime time = new ShopTime(StepClock.at("2026-01-31T10:00:00Z"), ZoneOffset.UTC);
  private final Notices notices = new Notices(DATABASE.jdbc(), time);

  @BeforeEach
  void empty() {
    DATABASE.empty();
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void aNoticeStandsOrFallsWithTheTransactionOfItsChange() {
    DATABASE.transactions().executeWithoutResult(status -> notices.queue(List.of(notice("one"))));
    DATABASE
        .transactions()
        .executeWithoutResult(
            status -> {
              notices.queue(List.of(notice("two")));
              status.setRollbackOnly();
            });

    assertThat(keys()).containsExactly("one");
  }

  @Test
  void whatIsQueuedWaitsFromNowOnWithItsPayload() {
    notices.queue(List.of(notice("one")));

    assertThat(
            DATABASE
                .jdbc()
                .queryForMap(
                    "select kind, customer_id, payload, state, attempts,"
                        + " send_after = queued_at as at_once from evergreen_notice"))
        .containsEntry("kind", "SUBSCRIPTION_STARTED")
        .containsEntry("customer_id", "ada")
        .containsEntry("payload", "{\"subscription\":\"1\"}")
        .containsEntry("state", "QUEUED")
        .containsEntry("attempts", 0)
        .containsEntry("at_once", true);
  }

  @Test
  void anOccasionIsToldOnce() {
    notices.queue(List.of(notice("one"), notice("two"), notice("one")));
    notices.queue(List.of(notice("two"), notice("three")));

    assertThat(keys()).containsExactlyInAnyOrder("one", "two", "three");
  }

  @Test
  void nothingToTellIsFine() {
    notices.queue(List.of());

    assertThat(keys()).isEmpty();
  }

  @Test
  void simultaneousChangesWithTheSameNoticesInAnyOrderDoNotBlockEachOther() {
    List<String> names = IntStream.range(0, 100).mapToObj(number -> "key-" + number).toList();

    Concurrently.call(
        4,
        () -> {
          List<String> shuffled = new ArrayList<>(names);
          Collections.shuffle(shuffled);
          DATABASE
              .transactions()
              .executeWithoutResult(
                  status -> notices.queue(shuffled.stream().map(NoticesTest::notice).toList()));
          return true;
        });

    assertThat(keys()).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void aKeyIsNeededAndFitsItsColumn() {
    assertThatThrownBy(() -> notice(" ")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> notice("x".repeat(161)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("160");
  }

  private static NewNotice notice(String key) {
    return new NewNotice(
        NoticeKind.SUBSCRIPTION_STARTED, key, ADA, Map.of(Payload.SUBSCRIPTION, "1"));
  }

  private static List<String> keys() {
    return DATABASE
        .jdbc()
        .queryForList("select dedupe_key from evergreen_notice order by id", String.class);
  }
}
