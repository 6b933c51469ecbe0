package org.evergreen.renewal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evergreen.dunning.FailedAttempt;
import org.evergreen.dunning.NextAttempt;
import org.evergreen.payment.Charge;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.renewal.Failure.What;
import org.evergreen.settings.DunningRules;
import org.evergreen.settings.DunningRules.FinalAction;
import org.evergreen.settings.RetryLadder.Step;

/**
 * How a group that is not paid goes on.
 *
 * @param retryAt when the run looks at it again
 * @param ladderAt when the next step of the ladder is due; later than that when somebody asked for
 *     an attempt in between
 * @param step how many steps have begun
 * @param failed whether the ladder runs from now on, if it does not yet
 * @param ended whether the last step is over
 * @param givingUp whether the charge that waits for the shopper is to be canceled at the gateway
 * @param refused not charged for it again without the shopper
 * @param next what listeners are told; empty when they are not
 * @param told whether listeners are told
 */
record LadderPlan(
    RenewalGroupId group,
    Optional<Instant> retryAt,
    Optional<Instant> ladderAt,
    int step,
    boolean failed,
    boolean ended,
    boolean givingUp,
    Optional<PaymentMethodId> refused,
    Optional<NextAttempt> next,
    boolean told) {

  /**
   * What follows from a failure.
   *
   * @param networkWait how long the card's network wants nobody to try again
   */
  static LadderPlan of(
      LadderState state,
      Failure failure,
      Optional<Duration> networkWait,
      DunningRules rules,
      Instant now) {
    if (state.ended()) {
      return afterTheEnd(state, failure, rules);
    }
    if (failure.what() == What.WITHDRAWN) {
      return withdrawn(state, now);
    }
    if (state.byShopper() && failure.what() != What.NOT_TRIED) {
      return asPlanned(state, state.at(), state.givingUp() && failure.alive());
    }
    FailedAttempt attempt =
        new FailedAttempt(
            failure.declineClass(),
            state.step(),
            networkWait,
            failure.restsUntil(),
            state.shopsFaults());
    return state.at().filter(now::isBefore).isPresent()
        ? inBetween(state, failure, attempt, rules, now)
        : nextStep(state, failure, NextAttempt.after(attempt, rules, now));
  }

  /** What the action at the end is, when its time has come. */
  Optional<FinalAction> finalAction() {
    return next.filter(NextAttempt.GiveUp.class::isInstance)
        .map(giveUp -> ((NextAttempt.GiveUp) giveUp).action());
  }

  private static LadderPlan afterTheEnd(LadderState state, Failure failure, DunningRules rules) {
    boolean overNow = state.givingUp() && !failure.alive();
    boolean told = failure.what() == What.DECLINED && !state.byShopper();
    return new LadderPlan(
        state.group(),
        Optional.empty(),
        Optional.empty(),
        state.step(),
        false,
        true,
        state.givingUp() && failure.alive(),
        Optional.empty(),
        overNow ? Optional.of(new NextAttempt.GiveUp(rules.atEnd())) : Optional.empty(),
        overNow || told);
  }

  /** A new card is charged at once; what never reached the gateway is asked for again. */
  private static LadderPlan withdrawn(LadderState state, Instant now) {
    boolean atOnce = state.givingUp() || (state.at().isEmpty() && !state.byShopper());
    return asPlanned(state, atOnce ? Optional.of(now) : state.at(), false);
  }

  private static LadderPlan asPlanned(
      LadderState state, Optional<Instant> retryAt, boolean givingUp) {
    return new LadderPlan(
        state.group(),
        retryAt,
        state.at(),
        state.step(),
        false,
        false,
        givingUp,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** Somebody had it tried before the step was over: the ladder goes on as if he had not. */
  private static LadderPlan inBetween(
      LadderState state, Failure failure, FailedAttempt failed, DunningRules rules, Instant now) {
    Instant planned = state.at().orElseThrow();
    List<Step> steps = rules.ladder().steps();
    int number = Math.max(1, Math.min(state.step(), steps.size()));
    Step step = steps.get(number - 1);
    Instant at = latest(planned, failed, now);
    NextAttempt next =
        switch (failed.declineClass()) {
          case TRY_LATER -> new NextAttempt.RetryAt(at, step, number);
          case NEVER_AGAIN, NEEDS_NEW_METHOD ->
              new NextAttempt.AskForNewMethod(planned, step, number);
          case NEEDS_SHOPPER -> new NextAttempt.AskShopper(planned, step, number);
          case OUR_FAULT -> new NextAttempt.MendAndRetryAt(at);
        };
    boolean givingUp = state.givingUp() && failure.alive();
    return new LadderPlan(
        state.group(),
        next.when(),
        next.when(),
        state.step(),
        false,
        false,
        givingUp,
        refused(failure, next),
        Optional.of(next),
        failure.what() != What.NOT_TRIED && !givingUp);
  }

  private static Instant latest(Instant planned, FailedAttempt failed, Instant now) {
    Instant waited = failed.networkWait().map(now::plus).orElse(planned);
    Instant rested = failed.cardRestsUntil().orElse(planned);
    Instant later = waited.isAfter(planned) ? waited : planned;
    return rested.isAfter(later) ? rested : later;
  }

  private static LadderPlan nextStep(LadderState state, Failure failure, NextAttempt next) {
    boolean ended = next instanceof NextAttempt.GiveUp;
    boolean givingUp = failure.alive() && (ended || state.givingUp());
    return new LadderPlan(
        state.group(),
        next.when(),
        next.when(),
        next.begins().isPresent() ? state.step() + 1 : state.step(),
        true,
        ended,
        givingUp,
        refused(failure, next),
        ended && givingUp ? Optional.empty() : Optional.of(next),
        !givingUp);
  }

  private static Optional<PaymentMethodId> refused(Failure failure, NextAttempt next) {
    boolean asks =
        next instanceof NextAttempt.AskForNewMethod || next instanceof NextAttempt.AskShopper;
    return asks && !failure.alive() ? failure.charge().map(Charge::method) : Optional.empty();
  }
}
