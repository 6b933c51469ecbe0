package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.subscription.SubscriptionStatus.ACTIVE;
import static org.evergreen.subscription.SubscriptionStatus.CANCELLED;
import static org.evergreen.subscription.SubscriptionStatus.PENDING_CANCEL;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.testing.OfferBuilder.monthly;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CancellingTest {

  private static final String START = "2026-04-01T10:00:00Z";
  private static final int NO_NOTICE = 0;

  private final Timelines april = Timelines.bought("UTC", START, monthly("10"));

  @Test
  void noticeThatIsKeptEndsTheSubscriptionWithTheTerm() {
    cancel(april.at("2026-04-17T10:00:00Z"), 14);
    assertThat(april.timeline.status).isEqualTo(PENDING_CANCEL);
    assertThat(april.next()).isEqualTo("-");
    assertThat(april.ends()).isEqualTo("2026-05-01");
  }

  @Test
  void shopperWhoIsLateForTheNoticeMakesOneMorePayment() {
    cancel(april.at("2026-04-18T10:00:00Z"), 14);
    assertThat(april.timeline.status).isEqualTo(PENDING_CANCEL);
    assertThat(april.upcoming(5)).containsExactly("2026-05-01");
    assertThat(april.ends()).isEqualTo("2026-06-01");
  }

  @Test
  void cancellationWithAPaymentToComeCanBeTakenBack() {
    cancel(april.at("2026-04-18T10:00:00Z"), 14);
    Cancelling.undo(april.timeline, april.time.now());
    assertThat(april.timeline.status).isEqualTo(ACTIVE);
    assertThat(april.upcoming(2)).containsExactly("2026-05-01", "2026-06-01");
    assertThat(april.ends()).isEqualTo("-");
  }

  @Test
  void trialIsCancelledWithoutNotice() {
    Timelines trial = Timelines.bought("UTC", START, monthly("10").trial(7, DAY));
    cancel(trial, 14);
    assertThat(trial.next()).isEqualTo("-");
    assertThat(trial.ends()).isEqualTo("2026-04-08");
  }

  @Test
  void cancelledPauseRunsForTheDaysThatWereLeft() {
    Pausing.pause(april.at("2026-04-10T12:00:00Z").timeline, april.time, Optional.empty());
    cancel(april.at("2026-06-15T12:00:00Z"), NO_NOTICE);
    assertThat(april.timeline.status).isEqualTo(PENDING_CANCEL);
    assertThat(april.ends()).isEqualTo("2026-07-06");
    Cancelling.undo(april.timeline, april.time.now());
    assertThat(april.upcoming(2)).containsExactly("2026-07-06", "2026-08-06");
  }

  @Test
  void cancelledPauseWithNothingLeftIsOver() {
    Pausing.pause(april.at("2026-05-01T12:00:00Z").timeline, april.time, Optional.empty());
    cancel(april.at("2026-06-15T12:00:00Z"), NO_NOTICE);
    assertThat(april.timeline.status).isEqualTo(CANCELLED);
    assertThat(april.timeline.endsAt).isEqualTo("2026-06-15T12:00:00Z");
  }

  @Test
  void movedDateIsTheEndOfTheTerm() {
    april.at("2026-04-10T10:00:00Z");
    Moving.skip(april.timeline, april.time);
    cancel(april, NO_NOTICE);
    assertThat(april.ends()).isEqualTo("2026-06-01");
    Cancelling.undo(april.timeline, april.time.now());
    assertThat(april.upcoming(2)).containsExactly("2026-06-01", "2026-07-01");
  }

  private static void cancel(Timelines one, int noticeDays) {
    Cancelling.cancel(one.timeline, one.time, "", false, noticeDays);
  }
}
