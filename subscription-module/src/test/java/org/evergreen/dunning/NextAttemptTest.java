package org.evergreen.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evergreen.dunning.NextAttempt.AskForNewMethod;
import org.evergreen.dunning.NextAttempt.AskShopper;
import org.evergreen.dunning.NextAttempt.AwaitMerchant;
import org.evergreen.dunning.NextAttempt.GiveUp;
import org.evergreen.dunning.NextAttempt.MendAndRetryAt;
import org.evergreen.dunning.NextAttempt.RetryAt;
import org.evergreen.payment.DeclineClass;
import org.evergreen.settings.DunningRules;
import org.evergreen.settings.DunningRules.FinalAction;
import org.evergreen.settings.DunningRules.GroupDecline;
import org.evergreen.settings.RetryLadder;
import org.evergreen.settings.RetryLadder.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NextAttemptTest {

  private static final Instant NOW = Instant.parse("2026-02-28T16:00:00Z");
  private static final DunningRules RULES = DunningRules.defaults();
  private static final List<Step> STEPS = RULES.ladder().steps();

  private static NextAttempt after(DeclineClass declineClass, int stepsTaken) {
    return NextAttempt.after(FailedAttempt.of(declineClass, stepsTaken), RULES, NOW);
  }

  private static Instant in(int hours) {
    return NOW.plus(Duration.ofHours(hours));
  }

  @Test
  void retriesComeAfterTwelveTwelveTwentyFourFortyEightAndSeventyTwoHours() {
    List<NextAttempt> next =
        Stream.iterate(0, taken -> taken + 1)
            .limit(6)
            .map(taken -> after(DeclineClass.TRY_LATER, taken))
            .toList();

    assertThat(next)
        .containsExactly(
            new RetryAt(in(12), STEPS.get(0), 1),
            new RetryAt(in(12), STEPS.get(1), 2),
            new RetryAt(in(24), STEPS.get(2), 3),
            new RetryAt(in(48), STEPS.get(3), 4),
            new RetryAt(in(72), STEPS.get(4), 5),
            new GiveUp(FinalAction.CANCEL));
  }

  @Test
  void defaultLadderEndsWithinSevenDays() {
    Duration all = STEPS.stream().map(Step::after).reduce(Duration.ZERO, Duration::plus);

    assertThat(all).isEqualTo(Duration.ofDays(7));
  }

  @ParameterizedTest
  @EnumSource(FinalAction.class)
  void merchantDecidesWhatComesAtTheEnd(FinalAction action) {
    DunningRules rules = new DunningRules(RULES.ladder(), action, GroupDecline.TOGETHER);

    assertThat(NextAttempt.after(FailedAttempt.of(DeclineClass.TRY_LATER, 5), rules, NOW))
        .isEqualTo(new GiveUp(action));
  }

  @ParameterizedTest
  @EnumSource(names = {"NEVER_AGAIN", "NEEDS_NEW_METHOD"})
  void cardThatWillNotWorkIsNotTriedAgain(DeclineClass declineClass) {
    assertThat(after(declineClass, 0)).isEqualTo(new AskForNewMethod(in(12), STEPS.get(0), 1));
    assertThat(after(declineClass, 4)).isEqualTo(new AskForNewMethod(in(72), STEPS.get(4), 5));
    assertThat(after(declineClass, 5)).isEqualTo(new GiveUp(FinalAction.CANCEL));
  }

  @Test
  void shopperIsAskedToConfirm() {
    assertThat(after(DeclineClass.NEEDS_SHOPPER, 2))
        .isEqualTo(new AskShopper(in(24), STEPS.get(2), 3));
  }

  @Test
  void faultOfTheShopUsesNoStepAndNeverEndsTheLadder() {
    assertThat(after(DeclineClass.OUR_FAULT, 0)).isEqualTo(new MendAndRetryAt(in(12)));
    assertThat(after(DeclineClass.OUR_FAULT, 5)).isEqualTo(new MendAndRetryAt(in(12)));
    assertThat(after(DeclineClass.OUR_FAULT, 5).begins()).isEmpty();
  }

  @Test
  void faultsOfTheShopAreTriedAfterGrowingPausesAndThenTheMerchantIsAwaited() {
    List<NextAttempt> next =
        Stream.iterate(1, faults -> faults + 1)
            .limit(7)
            .map(
                faults ->
                    new FailedAttempt(
                        DeclineClass.OUR_FAULT, 0, Optional.empty(), Optional.empty(), faults))
            .map(failed -> NextAttempt.after(failed, RULES, NOW))
            .toList();

    assertThat(next)
        .containsExactly(
            new MendAndRetryAt(in(12)),
            new MendAndRetryAt(in(12)),
            new MendAndRetryAt(in(24)),
            new MendAndRetryAt(in(48)),
            new MendAndRetryAt(in(72)),
            new AwaitMerchant(),
            new AwaitMerchant());
  }

  @Test
  void networkThatWantsToWaitIsHeard() {
    FailedAttempt failed =
        new FailedAttempt(
            DeclineClass.TRY_LATER, 0, Optional.of(Duration.ofDays(4)), Optional.empty(), 0);

    assertThat(NextAttempt.after(failed, RULES, NOW).when()).contains(in(96));
  }

  @Test
  void networkThatIsContentWithLessDoesNotHurryTheLadder() {
    FailedAttempt failed =
        new FailedAttempt(
            DeclineClass.TRY_LATER, 0, Optional.of(Duration.ofHours(1)), Optional.empty(), 0);

    assertThat(NextAttempt.after(failed, RULES, NOW).when()).contains(in(12));
  }

  @Test
  void cardThatWasTriedTooOftenRests() {
    FailedAttempt failed =
        new FailedAttempt(DeclineClass.TRY_LATER, 0, Optional.empty(), Optional.of(in(500)), 0);

    assertThat(NextAttempt.after(failed, RULES, NOW).when()).contains(in(500));
  }

  @Test
  void twentyAttemptsInThirtyDaysAreEnough() {
    List<Instant> attempts = new ArrayList<>();
    for (int hour = 1; hour <= 19; hour++) {
      attempts.add(NOW.minus(Duration.ofHours(hour)));
    }
    attempts.add(NOW.minus(Duration.ofDays(30)));
    assertThat(CardAttempts.restUntil(attempts, NOW)).isEmpty();

    attempts.add(NOW.minus(Duration.ofDays(29)));

    assertThat(CardAttempts.restUntil(attempts, NOW)).contains(NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void ladderHasOneToEightStepsOfWholeHours() {
    Step step = STEPS.get(0);

    assertThatThrownBy(() -> new RetryLadder(List.of()))
        .hasMessage("A retry ladder has 1 to 8 steps, not 0");
    assertThatThrownBy(() -> new RetryLadder(Collections.nCopies(9, step)))
        .hasMessage("A retry ladder has 1 to 8 steps, not 9");
    assertThatThrownBy(
            () -> new Step(Duration.ofMinutes(90), step.mail(), step.tellsMerchant(), true))
        .hasMessage("A step of the retry ladder lasts 1 to 720 whole hours, not PT1H30M");
  }
}
