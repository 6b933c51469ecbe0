package org.evergreen.subscription;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.evergreen.time.ShopTime;

/**
 * What an action would do, worked out on a copy by the same code that does it. Only status and
 * dates decide here; whether somebody may do it says {@link SelfServiceRules}. All throw {@link
 * ActionRefusedException} when the action is not possible.
 */
public class SubscriptionPreviews {

  private final ShopTime time;

  public SubscriptionPreviews(ShopTime time) {
    this.time = time;
  }

  /** Without a day the pause has no end. */
  public Outlook pause(Subscription subscription, Optional<LocalDate> until) {
    return tried(subscription, copy -> Pausing.pause(copy, time, until));
  }

  public Outlook resume(Subscription subscription) {
    boolean aligned = Commitments.isAligned(subscription);
    return tried(subscription, copy -> Pausing.resume(copy, time, aligned));
  }

  public Outlook skipNext(Subscription subscription) {
    return tried(subscription, copy -> Moving.skip(copy, time));
  }

  public Outlook moveNextPayment(Subscription subscription, LocalDate to, DateMove move) {
    return tried(subscription, copy -> Moving.move(copy, time, to, move));
  }

  /** What a shopper's notice means for the next payment shows in it. */
  public Outlook cancel(Subscription subscription, Actor actor) {
    boolean aligned = Commitments.isAligned(subscription);
    int notice = Commitments.noticeDays(subscription, actor);
    return tried(subscription, copy -> Cancelling.cancel(copy, time, "", aligned, notice));
  }

  public Outlook cancelNow(Subscription subscription) {
    return tried(subscription, copy -> Cancelling.cancelNow(copy, time, ""));
  }

  public Outlook undoCancellation(Subscription subscription) {
    return tried(subscription, copy -> Cancelling.undo(copy, time.now()));
  }

  private Outlook tried(Subscription subscription, Consumer<Timeline> action) {
    Timeline copy = subscription.timeline().copy();
    action.accept(copy);
    return Outlook.of(copy, time.zone());
  }
}
