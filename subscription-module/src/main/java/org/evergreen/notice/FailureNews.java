package org.evergreen.notice;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.evergreen.dunning.NextAttempt;
import org.evergreen.settings.DunningRules.FinalAction;
import org.evergreen.settings.RetryLadder.ShopperMail;

/**
 * What is said of a payment that failed.
 *
 * @param next what is done about it
 * @param at when that is
 * @param wording how urgently it is said
 */
record FailureNews(Next next, Optional<Instant> at, ShopperMail wording) {

  /** What is done about it. */
  enum Next {
    /** It is charged again. */
    RETRY,
    /** The shopper is asked for another payment method. */
    NEW_METHOD,
    /** The shopper is asked to confirm it with his bank. */
    CONFIRM,
    /** The shop has to be mended first. */
    MEND,
    /** The same, and nothing is charged until the merchant asks for it. */
    STAND_STILL,
    /** The shopper pays it by hand. */
    BY_HAND,
    /** The subscription was cancelled. */
    CANCEL,
    /** The subscription was paused. */
    PAUSE,
    /** Nothing; it stays owed. */
    LEAVE
  }

  static FailureNews of(Optional<NextAttempt> next) {
    ShopperMail wording =
        next.flatMap(NextAttempt::begins).map(step -> step.mail()).orElse(ShopperMail.PLAIN);
    return new FailureNews(
        next.map(FailureNews::next).orElse(Next.BY_HAND), next.flatMap(NextAttempt::when), wording);
  }

  private static Next next(NextAttempt next) {
    if (next instanceof NextAttempt.GiveUp giveUp) {
      return of(giveUp.action());
    }
    if (next instanceof NextAttempt.AskForNewMethod) {
      return Next.NEW_METHOD;
    }
    if (next instanceof NextAttempt.AskShopper) {
      return Next.CONFIRM;
    }
    if (next instanceof NextAttempt.AwaitMerchant) {
      return Next.STAND_STILL;
    }
    return next instanceof NextAttempt.MendAndRetryAt ? Next.MEND : Next.RETRY;
  }

  private static Next of(FinalAction action) {
    return switch (action) {
      case CANCEL -> Next.CANCEL;
      case PAUSE -> Next.PAUSE;
      case LEAVE -> Next.LEAVE;
    };
  }

  /** As it was queued; a notice from before the ladder says nothing of it. */
  static FailureNews of(Map<String, String> payload) {
    return new FailureNews(
        Optional.ofNullable(payload.get(Payload.NEXT)).map(Next::valueOf).orElse(Next.BY_HAND),
        Optional.ofNullable(payload.get(Payload.NEXT_AT)).map(Instant::parse),
        Optional.ofNullable(payload.get(Payload.WORDING))
            .map(ShopperMail::valueOf)
            .orElse(ShopperMail.PLAIN));
  }

  Map<String, String> payload() {
    Map<String, String> payload = new HashMap<>();
    payload.put(Payload.NEXT, next.name());
    payload.put(Payload.WORDING, wording.name());
    at.ifPresent(instant -> payload.put(Payload.NEXT_AT, instant.toString()));
    return payload;
  }

  /** Whether what becomes of the subscription is told in a mail of its own, with this reason. */
  boolean isToldByItself() {
    return next == Next.CANCEL || next == Next.PAUSE;
  }

  /** Whether the ladder has ended. */
  boolean isEnd() {
    return next == Next.CANCEL || next == Next.PAUSE || next == Next.LEAVE;
  }
}
