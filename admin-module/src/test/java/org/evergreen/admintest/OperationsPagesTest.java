package org.evergreen.admintest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;

import org.evergreen.payment.sandbox.SandboxCard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

@AdminTest
class OperationsPagesTest {

  private final Browser browser;
  private final AdminShop shop;
  private final JdbcTemplate jdbc;

  @Autowired
  OperationsPagesTest(MockMvc mvc, AdminShop shop) {
    this.browser = new Browser(mvc);
    this.shop = shop;
    this.jdbc = shop.database().jdbc();
  }

  @Test
  void operationsBeginWithTheJobs() {
    Page page = browser.open("/admin/operations");

    assertThat(page.text(".nav-link.active")).isEqualTo("Jobs");
    assertThat(page.texts(".admin-side nav [aria-current=page]")).containsExactly("Operations");
    assertThat(page.texts("td[data-label=Job] strong")).contains("Renewals", "Recovery", "Notices");
    assertThat(page.text("tr:has(strong:containsOwn(Renewals)) td[data-label=Job] span"))
        .isEqualTo("Charges everything that is due. Every 60 seconds.");
    assertThat(page.texts("td[data-label=State]")).containsOnly("Waiting");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "execution_time = now() - interval '30 minutes'"
            + "| Late for 30 minutes; does any node run jobs? | true",
        "picked = true, picked_by = 'node-7', last_heartbeat = now()| Running | false",
        "picked = true, picked_by = 'node-7', last_heartbeat = now() - interval '3 minutes'"
            + "| Lost no sign of life for 3 minutes; another node takes it over | true",
        "consecutive_failures = 4| Failing 4 times in a row; the log says why | true"
      })
  void troubleOfAJobIsSaidInWords(String change, String words, boolean runnable) {
    jdbc.update("update evergreen_scheduled_task set " + change);

    Page page = browser.open("/admin/operations/jobs");

    assertThat(page.text("tr:has(strong:containsOwn(Renewals)) td[data-label=State]"))
        .isEqualTo(words.strip());
    assertThat(page.has("form[action$='evergreen-renewals/run']")).isEqualTo(runnable);
  }

  @Test
  void jobThatRunsNamesItsNode() {
    jdbc.update(
        "update evergreen_scheduled_task set picked = true, picked_by = 'node-7',"
            + " last_heartbeat = now()");

    assertThat(browser.open("/admin/operations/jobs").texts("td[data-label=Node]"))
        .containsOnly("node-7");
  }

  @Test
  void jobRunsAtOnceOnRequest() {
    Page jobs = browser.open("/admin/operations/jobs");

    Page answer = browser.send(jobs, "form[action$='evergreen-calendar/run']");

    assertThat(answer.redirect()).isEqualTo("/admin/operations/jobs");
    assertThat(answer.done()).isEqualTo("Calendar begins within seconds.");
    assertThat(
            jdbc.queryForList(
                "select task_name from evergreen_scheduled_task where execution_time <= now()",
                String.class))
        .containsExactly("evergreen-calendar");
  }

  @Test
  void jobThatRunsIsNotBegunAgain() {
    jdbc.update("update evergreen_scheduled_task set picked = true, last_heartbeat = now()");

    Page answer = browser.send("/admin/operations/jobs/evergreen-calendar/run");

    assertThat(answer.problem()).isEqualTo("Not done: Calendar is running, or no node runs jobs.");
  }

  @Test
  void jobThatDoesNotExistIsNotFound() {
    assertThat(browser.send("/admin/operations/jobs/nonsense/run").status()).isEqualTo(404);
  }

  @Test
  void sentEmailsLeaveAnEmptyList() {
    Page page = browser.open("/admin/operations/emails");

    assertThat(page.text("#waiting")).isEqualTo("No e-mail is waiting to be sent.");
    assertThat(page.text(".admin-empty")).isEqualTo("Every e-mail was sent.");
  }

  @Test
  void waitingEmailsAreCounted() {
    buy("ada");

    assertThat(browser.open("/admin/operations/emails").text("#waiting"))
        .isEqualTo("1 e-mail waiting to be sent, the oldest since 10 Mar 2026, 10:00.");
  }

  @Test
  void failedEmailIsListedAndSentAgainOnRequest() {
    long id = trouble("FAILED", "The mail server is away");
    Page page = browser.open("/admin/operations/emails");
    assertThat(page.has(".admin-empty")).isFalse();
    assertThat(page.text("td[data-label=About]")).isEqualTo("Subscription started");
    assertThat(page.text("td[data-label=Customer]")).isEqualTo("Ada Green ada@example.com");
    assertThat(page.text("td[data-label=State]")).isEqualTo("Failed");
    assertThat(page.text("td[data-label=Attempts]")).isEqualTo("6");
    assertThat(page.text("td[data-label=Problem]")).isEqualTo("The mail server is away");

    Page answer = browser.send(page, "form[action$=send-again]");

    assertThat(answer.redirect()).isEqualTo("/admin/operations/emails");
    assertThat(answer.done()).isEqualTo("E-mail " + id + " is sent again within seconds.");
    assertThat(jdbc.queryForObject("select state from evergreen_notice", String.class))
        .isEqualTo("QUEUED");
    assertThat(browser.open("/admin/operations/emails").has(".admin-empty")).isTrue();
  }

  @Test
  void emailInDoubtWarnsThatItMayArriveTwice() {
    trouble("IN_DOUBT", "The process stopped");

    assertThat(browser.open("/admin/operations/emails").text("details.admin-confirm p"))
        .isEqualTo("It may have arrived already; the customer may get it twice.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"4711", "0", "-1", "abc", "99999999999999999999"})
  void emailThatDoesNotExistIsNotFound(String id) {
    assertThat(browser.send("/admin/operations/emails/" + id + "/send-again").status())
        .isEqualTo(404);
  }

  @Test
  void emailThatWasSentIsNotSentAgain() {
    long id = trouble("SENT", "");

    assertThat(browser.send("/admin/operations/emails/" + id + "/send-again").status())
        .isEqualTo(404);
    assertThat(jdbc.queryForObject("select state from evergreen_notice", String.class))
        .isEqualTo("SENT");
  }

  @Test
  void problemOfAnEmailIsEscaped() {
    trouble("FAILED", "<script>alert(1)</script>");

    assertThat(browser.open("/admin/operations/emails").html()).doesNotContain("<script>alert");
  }

  @Test
  void emailsHavePagesOfTwentyFive() {
    for (int i = 0; i < 26; i++) {
      buy("ada");
    }
    jdbc.update("update evergreen_notice set state = 'FAILED', settled_at = queued_at");

    Page first = browser.open("/admin/operations/emails");
    Page second = browser.open("/admin/operations/emails", "page", "1");

    assertThat(first.texts("tbody tr")).hasSize(25);
    assertThat(first.has("a[rel=next]")).isTrue();
    assertThat(second.texts("tbody tr")).hasSize(1);
    assertThat(browser.open("/admin/operations/emails", "page", "9").texts("tbody tr")).hasSize(25);
  }

  private long trouble(String state, String problem) {
    buy("ada");
    jdbc.update(
        "update evergreen_notice set state = ?, problem = ?, attempts = 6, settled_at = queued_at",
        state,
        problem);
    return jdbc.queryForObject("select id from evergreen_notice", Long.class);
  }

  private void buy(String customer) {
    shop.buy(
        customer, SandboxCard.SUCCEEDS, shop.product("House Blend", "12.00"), monthly("10.80"));
  }
}
