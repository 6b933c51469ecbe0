package org.evergreen.dunning;

import java.time.Instant;
import java.util.Optional;
import org.evergreen.settings.DunningRules;
import org.evergreen.settings.RetryLadder;
import org.evergreen.settings.RetryLadder.Step;

/** What is done after a failed attempt to take a payment. See docs/15-failed-payments.md. */
public sealed interface NextAttempt {

  /** When it is looked at again; empty when nothing more happens by itself. */
  Optional<Instant> when();

  /** The step of the ladder that begins; empty when none does. */
  default Optional<Step> begins() {
    return Optional.empty();
  }

  /** Whether it failed by the shop's fault, so that the shopper need not know. */
  default boolean isShopsFault() {
    return false;
  }

  /** Another step of the ladder begins. */
  sealed interface OnLadder extends NextAttempt {

    /** When the next step begins. */
    Instant at();

    Step step();

    /** Of the step, from 1. */
    int number();

    @Override
    default Optional<Instant> when() {
      return Optional.of(at());
    }

    @Override
    default Optional<Step> begins() {
      return Optional.of(step());
    }
  }

  /** It is charged again. */
  record RetryAt(Instant at, Step step, int number) implements OnLadder {}

  /**
   * The shopper is asked for another payment method; this one is not charged without him again.
   *
   * @param at when the next step begins, if he has left none by then
   */
  record AskForNewMethod(Instant at, Step step, int number) implements OnLadder {}

  /**
   * The shopper is asked to confirm the payment with his bank; nothing is charged without him.
   *
   * @param at when the next step begins, if he has not by then
   */
  record AskShopper(Instant at, Step step, int number) implements OnLadder {}

  /** The shop is to blame: the merchant is told, and it is charged again without using a step. */
  record MendAndRetryAt(Instant at) implements NextAttempt {

    @Override
    public Optional<Instant> when() {
      return Optional.of(at);
    }

    @Override
    public boolean isShopsFault() {
      return true;
    }
  }

  /** The shop was to blame too often: nothing is charged until the merchant asks for it. */
  record AwaitMerchant() implements NextAttempt {

    @Override
    public Optional<Instant> when() {
      return Optional.empty();
    }

    @Override
    public boolean isShopsFault() {
      return true;
    }
  }

  /** All steps were taken. */
  record GiveUp(DunningRules.FinalAction action) implements NextAttempt {

    @Override
    public Optional<Instant> when() {
      return Optional.empty();
    }
  }

  /** What the merchant's rules say after an attempt that failed now. */
  static NextAttempt after(FailedAttempt failed, DunningRules rules, Instant now) {
    RetryLadder ladder = rules.ladder();
    int taken = failed.stepsTaken();
    boolean ended = taken >= ladder.size();
    Step step = ladder.steps().get(ended ? ladder.size() - 1 : taken);
    Instant ends = now.plus(step.after());
    return switch (failed.declineClass()) {
      case OUR_FAULT -> mend(failed, ladder, now);
      case TRY_LATER ->
          ended ? giveUp(rules) : new RetryAt(latest(failed, ends, now), step, taken + 1);
      case NEVER_AGAIN, NEEDS_NEW_METHOD ->
          ended ? giveUp(rules) : new AskForNewMethod(ends, step, taken + 1);
      case NEEDS_SHOPPER -> ended ? giveUp(rules) : new AskShopper(ends, step, taken + 1);
    };
  }

  /** As often as the ladder has steps, and after pauses as long as those. */
  private static NextAttempt mend(FailedAttempt failed, RetryLadder ladder, Instant now) {
    if (failed.shopsFaults() > ladder.size()) {
      return new AwaitMerchant();
    }
    Step pause = ladder.steps().get(Math.max(1, failed.shopsFaults()) - 1);
    return new MendAndRetryAt(latest(failed, now.plus(pause.after()), now));
  }

  private static NextAttempt giveUp(DunningRules rules) {
    return new GiveUp(rules.atEnd());
  }

  /** Never earlier than the card's network allows. */
  private static Instant latest(FailedAttempt failed, Instant planned, Instant now) {
    Instant waited = failed.networkWait().map(now::plus).orElse(planned);
    Instant rested = failed.cardRestsUntil().orElse(planned);
    Instant later = waited.isAfter(planned) ? waited : planned;
    return rested.isAfter(later) ? rested : later;
  }
}
