package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.testing.OfferBuilder.monthly;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MovingTest {

  private static final String START = "2026-01-31T10:00:00Z";

  private final Timelines one =
      Timelines.bought("Europe/Berlin", START, monthly("10")).at("2026-02-10T10:00:00Z");

  @Test
  void skippedPaymentIsFollowedByTheOneAfterIt() {
    Moving.skip(one.timeline, one.time);
    assertThat(one.upcoming(3)).containsExactly("2026-03-31", "2026-04-30", "2026-05-31");
    assertThat(one.timeline.nextCycle).isEqualTo(2);
  }

  @Test
  void skippingLeavesThePaymentsOfTheLength() {
    Timelines three = Timelines.bought("UTC", START, monthly("10").payments(3));
    Moving.skip(three.timeline, three.time);
    assertThat(three.timeline.paymentsLeft).isEqualTo(2);
    assertThat(three.upcoming(5)).containsExactly("2026-03-31", "2026-04-30");
  }

  @Test
  void paymentThatIsMovedOnceLeavesTheOthersWhereTheyAre() {
    move("2026-03-10", DateMove.ONCE);
    assertThat(one.upcoming(3)).containsExactly("2026-03-10", "2026-03-31", "2026-04-30");
    move("2026-02-15", DateMove.ONCE);
    assertThat(one.upcoming(3)).containsExactly("2026-02-15", "2026-03-31", "2026-04-30");
  }

  @Test
  void paymentsThatAreMovedFromNowOnFollowTheNewDayAtTheSameLocalTime() {
    move("2026-03-30", DateMove.FROM_NOW_ON);
    assertThat(one.upcoming(3)).containsExactly("2026-03-30", "2026-04-30", "2026-05-30");
    assertThat(one.timeline.nextPaymentAt).isEqualTo("2026-03-30T09:00:00Z");
    assertThat(one.timeline.nextCycle).isEqualTo(1);
  }

  @Test
  void skippingAMovedPaymentGoesToTheRegularDateAfterIt() {
    move("2026-03-10", DateMove.ONCE);
    Moving.skip(one.timeline, one.time);
    assertThat(one.upcoming(2)).containsExactly("2026-03-31", "2026-04-30");
  }

  @Test
  void pastAndTakenDaysAreRefusedAndNothingChanges() {
    refused("2026-02-09", DateMove.ONCE, "2026-02-09 is in the past.");
    refused(
        "2026-02-10",
        DateMove.ONCE,
        "The time of payment has passed for today; choose tomorrow or later.");
    refused("2026-03-31", DateMove.ONCE, "The payment after it is on 2026-03-31.");
    refused("2033-01-01", DateMove.FROM_NOW_ON, "A payment is moved 5 years ahead at most.");
    assertThat(one.upcoming(2)).containsExactly("2026-02-28", "2026-03-31");
  }

  @Test
  void everyViolatedRuleIsNamedAtOnce() {
    Timelines trial =
        Timelines.bought("Europe/Berlin", START, monthly("10").trial(30, DAY))
            .at("2026-02-10T10:00:00Z");
    assertThatThrownBy(
            () ->
                Moving.move(
                    trial.timeline, trial.time, LocalDate.parse("2026-02-01"), DateMove.ONCE))
        .hasMessage(
            "2026-02-01 is in the past. The first payment is not before the trial ends on"
                + " 2026-03-02.");
    assertThatThrownBy(
            () ->
                Moving.move(
                    trial.timeline, trial.time, LocalDate.parse("2040-02-01"), DateMove.ONCE))
        .hasMessage(
            "The payment after it is on 2026-04-02. A payment is moved 5 years ahead at most.");
  }

  @Test
  void lastPaymentHasNoneAfterItThatKeepsItFromMoving() {
    Timelines two = Timelines.bought("UTC", START, monthly("10").payments(2));
    Moving.move(two.timeline, two.time, LocalDate.parse("2026-05-01"), DateMove.ONCE);
    assertThat(two.upcoming(2)).containsExactly("2026-05-01");
    assertThat(two.timeline.schedule(two.time.zone()).payment(1))
        .isEqualTo(two.timeline.nextPaymentAt);
  }

  @Test
  void paymentThatIsDueIsNeitherSkippedNorMoved() {
    one.at("2026-02-28T10:00:00Z");
    assertThatThrownBy(() -> Moving.skip(one.timeline, one.time))
        .hasMessage("The next payment is due already.");
    refused("2026-03-10", DateMove.ONCE, "The next payment is due already.");
  }

  @Test
  void thereIsNothingToSkipWhenAllPaymentsAreMade() {
    Timelines paid = Timelines.bought("UTC", START, monthly("10").payments(1));
    assertThatThrownBy(() -> Moving.skip(paid.timeline, paid.time))
        .hasMessage(
            "There is no payment to skip: the subscription is active and all payments are made.");
  }

  private void move(String to, DateMove move) {
    Moving.move(one.timeline, one.time, LocalDate.parse(to), move);
  }

  private void refused(String to, DateMove move, String sentence) {
    assertThatThrownBy(() -> move(to, move))
        .isInstanceOf(ActionRefusedException.class)
        .hasMessage(sentence);
  }
}
