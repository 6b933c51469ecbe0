package org.evergreen.site.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.SettingsBuilder.settings;

import java.time.Instant;
import org.evergreen.settings.SelfService.Action;
import org.evergreen.subscription.PauseCommands;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.terms.IntervalUnit;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Pausing, resuming, skipping and moving; the next payment is on 21 December. */
class PauseAndDatesTest extends AccountPages {
  @Autowired private PauseCommands pauses;
  private SubscriptionId id;

  @BeforeEach
  void subscribe() {
    id = subscribe(ada, coffee(), 1, monthly("13.50"));
  }

  @Test
  void anOpenPauseLastsUntilItIsResumed() throws Exception {
    assertThat(preview(id, "pause"))
        .containsExactly(
            "While it is paused nothing is charged and nothing is sent.",
            "It stays paused until you resume it on the subscription's page.",
            "What you have paid for is kept: 30 days are left before the next payment.");
    assertThat(stored(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);

    assertThat(done(id, "pause", "how", "open"))
        .isEqualTo("Paused. It stays paused until you resume it.");

    assertThat(stored(id).status()).isEqualTo(SubscriptionStatus.PAUSED);
    assertThat(offered(id)).contains("resume").doesNotContain("pause", "skip", "date");
  }

  @Test
  void aPauseUntilADayKeepsTheDaysThatArePaid() throws Exception {
    assertThat(preview(id, "pause", "how", "until", "until", "2027-02-01"))
        .containsExactly(
            "While it is paused nothing is charged and nothing is sent.",
            "It resumes by itself on 1 February 2027.",
            "The 30 days left of what you have paid for begin then, so the next payment is on 3"
                + " March 2027.");

    done(id, "pause", "how", "until", "until", "2027-02-01");

    assertThat(stored(id).pausedUntil()).contains(Instant.parse("2027-01-31T23:00:00Z"));
  }

  @Test
  void theLastDayThatIsPaidBeginsAfterThePause() throws Exception {
    clock.set("2026-12-20T10:00:00Z");

    assertThat(preview(id, "pause", "how", "until", "until", "2027-02-01"))
        .contains(
            "The day left of what you have paid for begins then, so the next payment is on 2"
                + " February 2027.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-12-21T08:00:00Z", "2026-12-26T10:00:00Z"})
  void whenNothingIsLeftThePaymentIsMadeAfterThePause(String now) throws Exception {
    clock.set(now);

    assertThat(preview(id, "pause", "how", "until", "until", "2027-02-01"))
        .contains(
            "Nothing is left of what you have paid for, so the next payment is on 1 February"
                + " 2027.");
    done(id, "pause", "how", "until", "until", "2027-02-01");
    clock.set("2027-02-01T00:00:00Z");
    pauses.resumeDue();

    assertThat(stored(id).nextPaymentAt()).contains(Instant.parse("2027-02-01T10:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2027-02-31, The calendar has no day 2027-02-31. Please pick another one.",
    "2026-11-20, 20 November 2026 is too early. Please pick 22 November 2026 or a later day.",
    "2099-01-01, 1 January 2099 is too late. Please pick 21 November 2031 or an earlier day.",
    "soon, The calendar has no day soon. Please pick another one."
  })
  void aDayThatCannotBeIsRefusedAtItsField(String day, String problem) throws Exception {
    Document page = look(id, "pause", "how", "until", "until", day);

    assertThat(page.select("#field-until-problem").text()).isEqualTo(problem);
    assertThat(page.select("input[name=seen]")).isEmpty();
    assertThat(stored(id).status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void moreThanTheAllowedPausesAreRefusedWithTheNextChance() throws Exception {
    set(settings().pausesPerYear(1));
    done(id, "pause", "how", "open");
    done(id, "resume");

    assertThat(refused(id, "pause"))
        .isEqualTo(
            "A subscription can be paused once a year; the next pause is possible from 1 January"
                + " 2027.");
    assertThat(page(ada, pathOf(id)).select(".evergreen-actions p").eachText())
        .anySatisfy(note -> assertThat(note).contains("once a year"));
  }

  @Test
  void resumingSaysWhenTheNextPaymentIs() throws Exception {
    done(id, "pause", "how", "open");
    clock.set("2027-01-10T10:00:00Z");

    assertThat(preview(id, "resume"))
        .containsExactly(
            "It goes on from today.",
            "The next payment is $20.35 with tax and shipping on 9 February 2027.");
    assertThat(done(id, "resume")).isEqualTo("It goes on.");
    assertThat(stored(id).nextPaymentAt()).contains(Instant.parse("2027-02-09T10:00:00Z"));
  }

  @Test
  void skippingLeavesOnePaymentOut() throws Exception {
    assertThat(preview(id, "skip"))
        .containsExactly(
            "The payment of $20.35 with tax and shipping on 21 December 2026 is skipped: nothing is"
                + " charged and nothing is sent for it.",
            "The next payment is on 21 January 2027.");

    assertThat(done(id, "skip")).isEqualTo("The payment of 21 December 2026 is skipped.");

    assertThat(stored(id).nextPaymentAt()).contains(Instant.parse("2027-01-21T10:00:00Z"));
    assertThat(rows(page(ada, pathOf(id)), "history").get(0))
        .contains("You skipped a payment", "21 December 2026", "21 January 2027");
  }

  @Test
  void twoClicksSkipOnePayment() throws Exception {
    String seen = look(id, "skip").select("input[name=seen]").val();
    confirmSeen(id, "skip", seen);

    Document page = follow(ada, confirmSeen(id, "skip", seen));

    assertThat(page.select(".alert-success")).hasSize(1);
    assertThat(stored(id).nextPaymentAt()).contains(Instant.parse("2027-01-21T10:00:00Z"));
  }

  @Test
  void aPaymentIsMovedOnceOrWithAllAfterIt() throws Exception {
    assertThat(preview(id, "date", "to", "2026-12-24", "reach", "once"))
        .containsExactly(
            "The next payment moves from 21 December 2026 to 24 December 2026.",
            "Later payments keep their dates: 21 January 2027; 21 February 2027; 21 March 2027.",
            "Nothing is charged now.");
    assertThat(preview(id, "date", "to", "2026-12-24", "reach", "all"))
        .contains("Later payments move with it: 24 January 2027; 24 February 2027; 24 March 2027.");

    assertThat(done(id, "date", "to", "2026-12-24", "reach", "all"))
        .isEqualTo("The next payment is on 24 December 2026.");

    assertThat(queries.upcoming(stored(id), 2).get(1))
        .isEqualTo(Instant.parse("2027-01-24T10:00:00Z"));
  }

  @Test
  void aMoveTooFarIsRefusedWithTheLatestDay() throws Exception {
    Document page = look(id, "date", "to", "2027-06-01", "reach", "all");

    assertThat(page.select("#field-to-problem").text())
        .isEqualTo("The next payment can be put off until 21 January 2027 at the latest.");
  }

  @Test
  void whatTheMerchantForbidsIsNeitherOfferedNorDone() throws Exception {
    String seen = look(id, "skip").select("input[name=seen]").val();
    set(settings().forbid(Action.PAUSE, Action.SKIP, Action.MOVE_DATE));

    assertThat(offered(id)).doesNotContain("pause", "skip", "date");
    assertThat(refused(id, "pause"))
        .isEqualTo("You cannot pause a subscription here; please write to the shop.");
    Document page = follow(ada, confirmSeen(id, "skip", seen));
    assertThat(page.select(".alert-warning").text())
        .isEqualTo("You cannot skip a payment of a subscription here; please write to the shop.");
    assertThat(stored(id).nextPaymentAt()).contains(Instant.parse("2026-12-21T10:00:00Z"));
  }

  @Test
  void aTrialIsNotPutOff() throws Exception {
    SubscriptionId trial =
        subscribe(ada, coffee(), 1, monthly("13.50").trial(14, IntervalUnit.DAY));

    assertThat(offered(trial)).doesNotContain("skip");
    assertThat(refused(trial, "skip")).isEqualTo("The first payment cannot be skipped.");
  }
}
