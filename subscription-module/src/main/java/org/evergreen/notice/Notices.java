package org.evergreen.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.evergreen.sql.Columns;
import org.evergreen.sql.IdSequence;
import org.evergreen.time.ShopTime;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * The outbox of notices: what is put in with a change is sent if, and only if, the change stands.
 */
public class Notices {

  private record Row(long id, NewNotice notice, String payload, Instant queuedAt) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Columns<Row> COLUMNS =
      Columns.<Row>of()
          .bigint("id", Row::id)
          .text("kind", row -> row.notice().kind().name())
          .text("dedupe_key", row -> row.notice().dedupeKey())
          .text("customer_id", row -> row.notice().customer().value())
          .text("payload", Row::payload)
          .timestamp("queued_at", Row::queuedAt)
          .timestamp("send_after", Row::queuedAt)
          .text("state", row -> NoticeState.QUEUED.name())
          .integer("attempts", row -> 0);
  private static final String INSERT =
      COLUMNS.insertInto("evergreen_notice") + " on conflict (dedupe_key) do nothing";

  private final JdbcOperations jdbc;
  private final IdSequence ids;
  private final ShopTime time;

  public Notices(JdbcOperations jdbc, ShopTime time) {
    this.jdbc = jdbc;
    this.ids = new IdSequence(jdbc, "evergreen_notice_seq");
    this.time = time;
  }

  /**
   * Queues notices in the caller's transaction, all with one statement. A notice whose key is known
   * is left out.
   */
  public void queue(List<NewNotice> notices) {
    Instant now = time.now();
    List<Long> newIds = ids.next(notices.size());
    // Every transaction inserts in the order of the keys, so that two with the same notices wait
    // for each other in turn and never in a circle.
    List<NewNotice> inOrder =
        notices.stream().sorted(Comparator.comparing(NewNotice::dedupeKey)).toList();
    List<Row> rows =
        IntStream.range(0, inOrder.size())
            .mapToObj(i -> new Row(newIds.get(i), inOrder.get(i), json(inOrder.get(i)), now))
            .toList();
    COLUMNS.update(jdbc, INSERT, rows);
  }

  private static String json(NewNotice notice) {
    try {
      return JSON.writeValueAsString(notice.payload());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "Notice " + notice.dedupeKey() + " has a payload that is no JSON", e);
    }
  }
}
