package org.evergreen.subscription;

import jakarta.persistence.EntityManager;
import java.util.function.Consumer;
import org.evergreen.subscription.SubscriptionChanges.Change;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.time.ShopTime;

/**
 * Changes of what a subscription delivers, for the package that works out what they cost. All in
 * the transaction of the caller, who wants other things to happen with them.
 */
public class LineEdits {

  private final EntityManager entities;
  private final SubscriptionChanges changes;
  private final ShopTime time;

  LineEdits(EntityManager entities, SubscriptionChanges changes, ShopTime time) {
    this.entities = entities;
    this.changes = changes;
    this.time = time;
  }

  /**
   * The subscription as it is now, with its customer's account locked until the end of the
   * transaction.
   *
   * @throws UnknownSubscriptionException if there is no such subscription
   */
  public Subscription lock(SubscriptionId id) {
    return changes.lock(id);
  }

  /**
   * Changes lines and dates together, with one history entry; listeners hear that it changed.
   *
   * @param what CHANGED, or what else the history shall say
   * @param note in plain words, what changed
   * @throws UnknownSubscriptionException if there is no such subscription
   */
  public void edit(
      SubscriptionId id, Actor actor, What what, String note, Consumer<SubscriptionEdit> edit) {
    Subscription locked = changes.lock(id);
    changes.carryOut(
        locked,
        subscription -> {
          countUp(subscription);
          edit.accept(new SubscriptionEdit(subscription, time.zone()));
          return new Change(time.now(), actor, what, note, SubscriptionListener::changed);
        });
  }

  /**
   * Lines are rows of their own: without this a page could not tell that they changed. At once and
   * not with the commit, because others may count the version up before that; and not by a lock
   * mode, which Hibernate 6.2 would ask of the lines too when it reads the subscription again.
   */
  private void countUp(Subscription subscription) {
    entities
        .createQuery(
            "update EvergreenSubscription s set s.version = s.version + 1 where s.id = :id")
        .setParameter("id", subscription.id().value())
        .executeUpdate();
    entities.refresh(subscription);
  }

  /** Marks that a change is being paid: nothing is renewed or changed meanwhile. */
  public void openChange(SubscriptionId id, long change) {
    changes.lock(id).openChange(change);
    entities.flush();
    changes.refreshNextDue(id);
  }

  /** The change is paid, or given up. */
  public void closeChange(SubscriptionId id) {
    changes.lock(id).openChange(null);
    entities.flush();
    changes.refreshNextDue(id);
  }
}
