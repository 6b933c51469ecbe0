package org.evergreen.change;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.LineEdits;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;

/** Makes the changes that waited for the next payment. */
final class DueChanges implements ScheduledChanges {

  private final ChangeRows rows;
  private final LineEdits edits;
  private final Offerings offerings;
  private final ApplyChange apply;
  private final Withdrawals withdrawals;
  private final Supplier<Stream<ChangeListener>> listeners;

  DueChanges(
      ChangeRows rows,
      LineEdits edits,
      Offerings offerings,
      ApplyChange apply,
      Withdrawals withdrawals,
      Supplier<Stream<ChangeListener>> listeners) {
    this.rows = rows;
    this.edits = edits;
    this.offerings = offerings;
    this.apply = apply;
    this.withdrawals = withdrawals;
    this.listeners = listeners;
  }

  @Override
  public int applyDue(Collection<Long> accounts, Instant before) {
    List<ChangeRow> due = rows.due(accounts, before);
    due.forEach(this::applyOne);
    return due.size();
  }

  @Override
  public boolean waitFor(SubscriptionId subscription) {
    return rows.hasScheduled(subscription);
  }

  private void applyOne(ChangeRow row) {
    Subscription subscription = edits.lock(row.subscription());
    try {
      requireStillPossible(row, subscription);
    } catch (NotPossible refusal) {
      withdrawals.refuse(row, subscription, Actor.schedule(), refusal.sentence());
      ChangeView view = rows.find(row.id()).orElseThrow().view();
      listeners.get().forEach(listener -> listener.refused(view, subscription));
      return;
    }
    apply.apply(row, Actor.schedule(), subscription.nextPaymentAt().orElseThrow());
  }

  /** What was promised at the quote's price must still be sold and offered. */
  private void requireStillPossible(ChangeRow row, Subscription subscription) {
    row.request().changedLine().ifPresent(line -> ChangeRules.line(subscription, line));
    boolean last = subscription.lines().size() == 1;
    if (row.plan().step() == PlannedChange.Step.REMOVE && last) {
      throw NotPossible.because("It is the last item by now");
    }
    if (row.plan().step() == PlannedChange.Step.REPLACE) {
      Item item = row.plan().item();
      Sku sku = offerings.sold(item.sku(), item.name());
      if (!(row.request() instanceof ChangeRequest.Quantity)) {
        offerings.offer(sku, item.offer().plan(), subscription);
      }
    }
  }
}
