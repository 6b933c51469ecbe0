package org.evergreen.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.evergreen.settings.SelfService;
import org.evergreen.settings.SelfService.Action;
import org.evergreen.settings.Settings;
import org.evergreen.time.ShopTime;

/**
 * Who may do what with a subscription now. Commands and pages ask the same rules: each answers
 * empty, or the sentence with which the action is refused. Rules of status and dates bind
 * everybody; the merchant's settings and limits, minimum terms and notices bind shoppers only.
 */
public class SelfServiceRules {

  private final Settings settings;
  private final SubscriptionHistory history;
  private final SubscriptionQueries queries;
  private final SubscriptionPreviews previews;
  private final ShopTime time;

  SelfServiceRules(
      Settings settings,
      SubscriptionHistory history,
      SubscriptionQueries queries,
      SubscriptionPreviews previews,
      ShopTime time) {
    this.settings = settings;
    this.history = history;
    this.queries = queries;
    this.previews = previews;
    this.time = time;
  }

  /** Whether it may be paused; empty when it may. */
  public Optional<String> pause(Subscription subscription, Actor actor) {
    return refusal(() -> requirePause(subscription, actor, Optional.empty()));
  }

  /** Whether it may be paused until a day; empty when it may. */
  public Optional<String> pauseUntil(Subscription subscription, Actor actor, LocalDate until) {
    return refusal(() -> requirePause(subscription, actor, Optional.of(until)));
  }

  void requirePause(Subscription subscription, Actor actor, Optional<LocalDate> until) {
    boolean owed = subscription.status() == SubscriptionStatus.PAST_DUE;
    if (owed && actor.kind() != Actor.Kind.SCHEDULE) {
      throw TransitionRefusedException.because(
          subscription.status(), SubscriptionStatus.PAUSED, "a payment is overdue");
    }
    previews.pause(subscription, until);
    requireNothingUnderWay(subscription);
    requireAllowed(actor, Action.PAUSE, "pause");
    if (isShopper(actor)) {
      requirePausesLeft(subscription);
    }
  }

  private void requirePausesLeft(Subscription subscription) {
    int most = selfService().pausesPerYear();
    LocalDate newYear = time.today().withDayOfYear(1);
    Instant from = newYear.atStartOfDay(time.zone()).toInstant();
    if (history.pausesByShopper(subscription.id(), from) >= most) {
      throw new ActionRefusedException(
          "A subscription can be paused "
              + (most == 1 ? "once" : most + " times")
              + " a year; the next pause is possible from "
              + newYear.plusYears(1)
              + ".");
    }
  }

  /** Whether it may be resumed; empty when it may. */
  public Optional<String> resume(Subscription subscription) {
    return refusal(() -> requireResume(subscription));
  }

  void requireResume(Subscription subscription) {
    previews.resume(subscription);
    requireNothingUnderWay(subscription);
  }

  /** Whether the next payment may be left out; empty when it may. */
  public Optional<String> skipNext(Subscription subscription, Actor actor) {
    return refusal(() -> requireSkip(subscription, actor));
  }

  void requireSkip(Subscription subscription, Actor actor) {
    previews.skipNext(subscription);
    requireNothingUnderWay(subscription);
    requireAllowed(actor, Action.SKIP, "skip a payment of");
    if (isShopper(actor)) {
      PuttingOff.requireFirst(subscription.timeline());
    }
  }

  /** Whether the date of the next payment may be moved at all; empty when it may. */
  public Optional<String> moveNextPayment(Subscription subscription, Actor actor) {
    return refusal(
        () -> {
          Moving.requireComing(subscription.timeline(), time.now(), "move");
          requireNothingUnderWay(subscription);
          requireAllowed(actor, Action.MOVE_DATE, "move the payments of");
        });
  }

  /** Whether the next payment may be moved to a day; empty when it may. */
  public Optional<String> moveNextPayment(
      Subscription subscription, Actor actor, LocalDate to, DateMove move) {
    return refusal(() -> requireMove(subscription, actor, to, move));
  }

  void requireMove(Subscription subscription, Actor actor, LocalDate to, DateMove move) {
    requireNothingUnderWay(subscription);
    requireAllowed(actor, Action.MOVE_DATE, "move the payments of");
    Outlook moved = previews.moveNextPayment(subscription, to, move);
    if (isShopper(actor)) {
      PuttingOff.requireNear(subscription.timeline(), moved.nextPaymentAt().orElseThrow(), time);
    }
  }

  /** Whether another payment method may be chosen; empty when it may. */
  public Optional<String> payWith(Subscription subscription, Actor actor) {
    return refusal(() -> requirePayWith(subscription, actor));
  }

  void requirePayWith(Subscription subscription, Actor actor) {
    requireNotOver(subscription);
    requireAllowed(actor, Action.CHANGE_METHOD, "change the payment method of");
  }

  /** Whether it may go to another address; empty when it may. */
  public Optional<String> shipTo(Subscription subscription, Actor actor) {
    return refusal(() -> requireShipTo(subscription, actor));
  }

  void requireShipTo(Subscription subscription, Actor actor) {
    requireNotOver(subscription);
    if (!subscription.ships()) {
      throw new ActionRefusedException("Nothing of this subscription is shipped.");
    }
    requireNoChangeUnderWay(subscription);
    requireNotAskedByTheBank(subscription, actor);
    requireAllowed(actor, Action.CHANGE_ADDRESS, "change the address of");
  }

  /** Whether automatic renewal may be turned on or off; empty when it may. */
  public Optional<String> automaticRenewal(Subscription subscription, Actor actor, boolean on) {
    return refusal(() -> requireAutomaticRenewal(subscription, actor, on));
  }

  void requireAutomaticRenewal(Subscription subscription, Actor actor, boolean on) {
    requireNotOver(subscription);
    requireAllowed(actor, Action.AUTOMATIC_RENEWAL, "turn automatic renewal on and off for");
    if (on && subscription.method().isEmpty()) {
      throw new ActionRefusedException(
          "There is no payment method to charge; choose one, then turn automatic renewal on.");
    }
  }

  /** Whether it may be cancelled; empty when it may. */
  public Optional<String> cancel(Subscription subscription, Actor actor) {
    return refusal(() -> requireCancel(subscription, actor));
  }

  void requireCancel(Subscription subscription, Actor actor) {
    previews.cancel(subscription, actor);
    requireNoChangeUnderWay(subscription);
    requireNotAskedByTheBank(subscription, actor);
    requireAllowed(actor, Action.CANCEL, "cancel");
    if (isShopper(actor)) {
      Commitments.requireMinimumTerm(subscription);
    }
  }

  /** Whether it may be ended at once; empty when it may. */
  public Optional<String> cancelNow(Subscription subscription, Actor actor) {
    return refusal(() -> requireCancelNow(subscription, actor));
  }

  void requireCancelNow(Subscription subscription, Actor actor) {
    previews.cancelNow(subscription);
    requireNoChangeUnderWay(subscription);
    if (isShopper(actor)) {
      throw new ActionRefusedException(
          "Only the shop ends a subscription before its term is over.");
    }
  }

  /** Whether a cancellation may be taken back; empty when it may. */
  public Optional<String> undoCancellation(Subscription subscription) {
    return refusal(() -> requireUndoCancellation(subscription));
  }

  void requireUndoCancellation(Subscription subscription) {
    previews.undoCancellation(subscription);
    requireNoChangeUnderWay(subscription);
    if (queries.isContinued(subscription.id())) {
      throw new ActionRefusedException(
          "You have subscribed again; the new subscription goes on where this one ends.");
    }
  }

  /**
   * Whether an action of a later package, for example a change of the plan, may begin: nothing is
   * being paid, and the merchant allows it; empty when it may.
   *
   * @param verb how a sentence calls it, for example "change the quantity of"
   */
  public Optional<String> other(
      Subscription subscription, Actor actor, Action action, String verb) {
    return refusal(
        () -> {
          requireNothingUnderWay(subscription);
          requireAllowed(actor, action, verb);
        });
  }

  /** Why nothing can be changed while a change or a payment is under way; empty when none is. */
  public Optional<String> underWay(Subscription subscription) {
    return refusal(() -> requireNothingUnderWay(subscription));
  }

  private static Optional<String> refusal(Runnable requirement) {
    try {
      requirement.run();
      return Optional.empty();
    } catch (ActionRefusedException e) {
      return Optional.of(e.sentence());
    }
  }

  private void requireAllowed(Actor actor, Action action, String verb) {
    if (isShopper(actor) && !selfService().allows(action)) {
      throw new ActionRefusedException(
          "You cannot " + verb + " a subscription here; please write to the shop.");
    }
  }

  private static void requireNothingUnderWay(Subscription subscription) {
    requireNoChangeUnderWay(subscription);
    if (subscription.isBeingCharged()) {
      throw new ActionRefusedException(
          "A payment of this subscription is under way; try again when it is done.");
    }
  }

  private static void requireNoChangeUnderWay(Subscription subscription) {
    if (subscription.openChange().isPresent()) {
      throw new ActionRefusedException(
          "A change of this subscription is being paid; finish it or give it up first.");
    }
  }

  /** While it waits the dates are those of a payment that may still be given up. */
  private void requireNotAskedByTheBank(Subscription subscription, Actor actor) {
    if (isShopper(actor)
        && subscription.isBeingCharged()
        && queries.waitsForTheBank(subscription.id())) {
      throw new ActionRefusedException(
          "An early payment waits for your bank. Confirm it or give it up first.");
    }
  }

  private static void requireNotOver(Subscription subscription) {
    if (subscription.status().isOver()) {
      throw new ActionRefusedException(
          "The subscription " + StatusInWords.is(subscription.status()) + ".");
    }
  }

  private static boolean isShopper(Actor actor) {
    return actor.kind() == Actor.Kind.SHOPPER;
  }

  private SelfService selfService() {
    return settings.current().selfService();
  }
}
