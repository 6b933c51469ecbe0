package org.evergreen.admintest;

import static org.assertj.core.api.Assertions.assertThat;

import org.evergreen.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

@AdminTest
class WebhookPagesTest {

  private final Browser browser;
  private final JdbcTemplate jdbc;

  @Autowired
  WebhookPagesTest(MockMvc mvc, TestDatabase database) {
    this.browser = new Browser(mvc);
    this.jdbc = database.jdbc();
  }

  @Test
  void shopThatWasToldNothingHasAnEmptyList() {
    Page page = browser.open("/admin/operations/webhooks");

    assertThat(page.text(".admin-empty")).isEqualTo("No gateway has told the shop anything yet.");
    assertThat(page.text("#lag")).isEqualTo("No event waits longer than it should.");
    assertThat(browser.open("/admin/operations/webhooks", "state", "FAILED").text(".admin-empty"))
        .isEqualTo("No event is in this state.");
  }

  @Test
  void failedEventIsProcessedAgainOnRequest() {
    event(1, "DONE", "");
    event(2, "FAILED", "Tried 12 times: <b>no answer</b>");
    assertThat(browser.open("/admin").text("#webhooks")).isEqualTo("1");
    Page page = browser.open("/admin/operations/webhooks", "state", "FAILED");
    assertThat(page.has(".admin-empty")).isFalse();
    assertThat(page.texts("td[data-label=Event]")).containsExactly("refund.updated evt_2");
    assertThat(page.text("td[data-label=Received]"))
        .isEqualTo("10 Mar 2026, 10:02 happened 10 Mar 2026, 09:59");
    assertThat(page.text("td[data-label=About]")).isEqualTo("stripe re_2");
    assertThat(page.text("td[data-label=State]")).isEqualTo("Failed");
    assertThat(page.text("td[data-label=Attempts]")).isEqualTo("3");
    assertThat(page.text("td[data-label=Problem]")).isEqualTo("Tried 12 times: <b>no answer</b>");

    Page answer = browser.send(page, "form[action$=again]");

    assertThat(answer.redirect()).isEqualTo("/admin/operations/webhooks");
    assertThat(answer.done()).isEqualTo("Event evt_2 is processed again within seconds.");
    assertThat(
            jdbc.queryForObject(
                "select state from evergreen_webhook_event where id = 2", String.class))
        .isEqualTo("WAITING");
  }

  @Test
  void eventThatIsDoneOffersNothing() {
    event(1, "DONE", "");

    assertThat(browser.open("/admin/operations/webhooks").has("form[action$=again]")).isFalse();
  }

  @Test
  void eventThatWaitsForLongIsTold() {
    event(1, "WAITING", "");
    jdbc.update("update evergreen_webhook_event set next_at = '2026-03-10T13:00:00Z'");

    assertThat(browser.open("/admin/operations/webhooks").text("#lag"))
        .isEqualTo("The event that is due longest has waited for 60 minutes.");
  }

  @Test
  void olderEventsAreOnTheNextPage() {
    for (int id = 1; id <= 26; id++) {
      event(id, "IGNORED", "");
    }

    Page first = browser.open("/admin/operations/webhooks");
    Page second = browser.open(first.document().selectFirst("a[rel=next]").attr("href"));

    assertThat(first.texts("tbody tr")).hasSize(25);
    assertThat(second.texts("td[data-label=Event]")).containsExactly("refund.updated evt_1");
    assertThat(second.has("a[rel=next]")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4711", "0", "abc", "99999999999999999999"})
  void eventThatDoesNotExistIsNotFound(String id) {
    assertThat(browser.send("/admin/operations/webhooks/" + id + "/again").status()).isEqualTo(404);
  }

  private void event(int id, String state, String problem) {
    jdbc.update(
        "insert into evergreen_webhook_event (id, gateway, event_id, type, object_id, happened_at,"
            + " received_at, state, attempts, problem) values (?, 'stripe', ?, 'refund.updated', ?,"
            + " '2026-03-10T13:59:00Z', '2026-03-10T14:00:00Z'::timestamptz + ? * interval"
            + " '1 minute', ?, 3, ?)",
        id,
        "evt_" + id,
        "re_" + id,
        id,
        state,
        problem.isEmpty() ? null : problem);
  }
}
