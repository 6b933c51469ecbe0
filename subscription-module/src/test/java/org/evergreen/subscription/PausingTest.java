package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.testing.OfferBuilder.monthly;

import java.time.LocalDate;
import java.util.Optional;
import org.evergreen.terms.AlignmentDay.DayOfMonth;
import org.junit.jupiter.api.Test;

class PausingTest {

  private static final String START = "2026-04-01T10:00:00Z";

  private final Timelines april = Timelines.bought("UTC", START, monthly("10"));

  @Test
  void keptDateThatIsStillAheadHolds() {
    pause(april.at("2026-04-10T12:00:00Z"));
    assertThat(april.timeline.nextPaymentAt).isNull();
    resume(april.at("2026-04-20T12:00:00Z"), false);
    assertThat(april.timeline.status).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(april.upcoming(3)).containsExactly("2026-05-01", "2026-06-01", "2026-07-01");
    assertThat(april.timeline.keptPaymentAt).isNull();
    assertThat(april.timeline.pausedAt).isNull();
  }

  @Test
  void daysThatWereLeftBeginWithTheResumptionAndLaterDatesFollow() {
    pause(april.at("2026-04-10T12:00:00Z"));
    resume(april.at("2026-06-15T12:00:00Z"), false);
    assertThat(april.upcoming(3)).containsExactly("2026-07-06", "2026-08-06", "2026-09-06");
    assertThat(april.timeline.nextCycle).isEqualTo(1);
    assertThat(april.day(april.timeline.paidUntil)).isEqualTo("2026-07-06");
  }

  @Test
  void termIsAsLongAsItWasWithoutTheDaysOfThePause() {
    pause(april.at("2026-04-10T12:00:00Z"));
    resume(april.at("2026-06-15T12:00:00Z"), false);
    assertThat(april.day(april.timeline.termStartedAt)).isEqualTo("2026-06-06");
  }

  @Test
  void nothingLeftMeansThatThePaymentIsDueAtOnce() {
    pause(april.at("2026-05-01T12:00:00Z"));
    resume(april.at("2026-05-20T12:00:00Z"), false);
    assertThat(april.timeline.nextPaymentAt).isEqualTo("2026-05-20T12:00:00Z");
    assertThat(april.upcoming(2)).containsExactly("2026-05-20", "2026-06-20");
  }

  @Test
  void pausedTrialIsATrialAgainWithTheDaysThatWereLeft() {
    Timelines trial = Timelines.bought("UTC", START, monthly("10").trial(14, DAY));
    pause(trial.at("2026-04-05T10:00:00Z"));
    resume(trial.at("2026-05-05T10:00:00Z"), false);
    assertThat(trial.timeline.status).isEqualTo(SubscriptionStatus.TRIALING);
    assertThat(trial.next()).isEqualTo("2026-05-15");
    assertThat(trial.day(trial.timeline.trialEndsAt)).isEqualTo("2026-05-15");
  }

  @Test
  void alignedPaymentsStayOnTheirDayAndTheDaysUntilItAreFree() {
    Timelines aligned =
        Timelines.bought("UTC", START, monthly("10").nothingUntil(new DayOfMonth(1)));
    pause(aligned.at("2026-04-10T12:00:00Z"));
    resume(aligned.at("2026-06-15T12:00:00Z"), true);
    assertThat(aligned.upcoming(2)).containsExactly("2026-08-01", "2026-09-01");
  }

  @Test
  void lastTermGoesOnForTheDaysThatWereLeftOfIt() {
    Timelines last = Timelines.bought("UTC", START, monthly("10").payments(1));
    pause(last.at("2026-04-21T10:00:00Z"));
    assertThat(last.timeline.endsAt).isNull();
    resume(last.at("2026-06-01T10:00:00Z"), false);
    assertThat(last.timeline.nextPaymentAt).isNull();
    assertThat(last.ends()).isEqualTo("2026-06-11");
  }

  @Test
  void localTimeOfPaymentsIsKeptOverAChangeOfClocks() {
    Timelines berlin = Timelines.bought("Europe/Berlin", "2026-01-31T10:00:00Z", monthly("10"));
    pause(berlin.at("2026-02-10T10:00:00Z"));
    resume(berlin.at("2026-04-15T10:00:00Z"), false);
    assertThat(berlin.timeline.nextPaymentAt).isEqualTo("2026-05-03T09:00:00Z");
  }

  @Test
  void pauseEndsOnADayThatIsAheadAndNear() {
    april.at("2026-04-10T12:00:00Z");
    assertThatThrownBy(() -> pauseUntil("2026-04-10"))
        .isInstanceOf(ActionRefusedException.class)
        .hasMessage("A pause ends tomorrow at the earliest; 2026-04-10 is not after 2026-04-10.");
    assertThatThrownBy(() -> pauseUntil("2206-04-10"))
        .hasMessage("A pause lasts 5 years at most, not until 2206-04-10.");
    assertThat(april.timeline.status).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(april.next()).isEqualTo("2026-05-01");
    pauseUntil("2026-04-11");
    assertThat(april.timeline.pausedUntil).isEqualTo("2026-04-11T00:00:00Z");
  }

  private void pauseUntil(String day) {
    Pausing.pause(april.timeline, april.time, Optional.of(LocalDate.parse(day)));
  }

  private static void pause(Timelines one) {
    Pausing.pause(one.timeline, one.time, Optional.empty());
  }

  private static void resume(Timelines one, boolean aligned) {
    Pausing.resume(one.timeline, one.time, aligned);
  }
}
