package org.evergreen.change;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionEvent;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.subscription.SubscriptionHistory;
import org.evergreen.subscription.SubscriptionListener;
import org.evergreen.time.ShopTime;

/**
 * Ends changes without making them, in the caller's transaction, with an entry in the history. What
 * waits for a payment that will not come is taken back by itself.
 */
final class Withdrawals implements SubscriptionListener {

  private final ChangeRows rows;
  private final SubscriptionHistory history;
  private final ShopTime time;

  Withdrawals(ChangeRows rows, SubscriptionHistory history, ShopTime time) {
    this.rows = rows;
    this.history = history;
    this.time = time;
  }

  /** Takes one back that waits. */
  boolean withdraw(ChangeRow change, Subscription subscription, Actor actor) {
    return change.state() == ChangeState.SCHEDULED
        && end(change, subscription, ChangeState.WITHDRAWN, actor, Optional.empty());
  }

  /** Takes back what waits for a line that is changed now. */
  void replaced(ChangeRow by, Subscription subscription, Actor actor) {
    if (by.request().changedLine().isPresent()) {
      withdrawAll(
          subscription,
          row ->
              !row.id().equals(by.id())
                  && row.request().changedLine().equals(by.request().changedLine()),
          actor,
          "Another change took its place");
    }
  }

  @Override
  public void cancelled(List<Subscription> subscriptions) {
    endOfAll(subscriptions, "The subscription was cancelled");
  }

  @Override
  public void ended(List<Subscription> subscriptions) {
    endOfAll(subscriptions, "The subscription ended");
  }

  private void endOfAll(List<Subscription> subscriptions, String why) {
    subscriptions.forEach(one -> withdrawAll(one, row -> true, Actor.schedule(), why));
  }

  private void withdrawAll(
      Subscription subscription, Predicate<ChangeRow> those, Actor actor, String why) {
    rows.of(subscription.id()).stream()
        .filter(row -> row.state() == ChangeState.SCHEDULED)
        .filter(those)
        .toList()
        .forEach(row -> end(row, subscription, ChangeState.WITHDRAWN, actor, Optional.of(why)));
  }

  /** Gives one up that was not paid, or is not possible any more. */
  void refuse(ChangeRow change, Subscription subscription, Actor actor, String why) {
    end(change, subscription, ChangeState.REFUSED, actor, Optional.of(why));
  }

  /** Notes are parts of sentences, which pages end with a full stop. */
  private static String following(String reason) {
    return ". " + (reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason);
  }

  private boolean end(
      ChangeRow change,
      Subscription subscription,
      ChangeState state,
      Actor actor,
      Optional<String> why) {
    boolean ended = rows.settle(change.id(), state, time.now(), why);
    if (ended) {
      String verb = state == ChangeState.REFUSED ? "Not made: " : "Taken back: ";
      String note = verb + change.summary() + why.map(Withdrawals::following).orElse("");
      history.append(
          List.of(
              new SubscriptionEvent(
                  change.subscription(),
                  time.now(),
                  actor,
                  What.CHANGE_WITHDRAWN,
                  Optional.of(subscription.status()),
                  subscription.status(),
                  note)));
    }
    return ended;
  }
}
