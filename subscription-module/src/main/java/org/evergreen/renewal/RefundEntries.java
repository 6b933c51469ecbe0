package org.evergreen.renewal;

import java.util.List;
import java.util.Optional;
import org.evergreen.payment.Refund;
import org.evergreen.payment.RefundListener;
import org.evergreen.payment.RefundState;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionEvent;
import org.evergreen.subscription.SubscriptionHistory;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.time.ShopTime;

/** Writes into the history of a subscription that a refund has arrived, or came back. */
final class RefundEntries implements RefundListener {

  private final SubscriptionQueries subscriptions;
  private final SubscriptionHistory history;
  private final ShopTime time;

  RefundEntries(SubscriptionQueries subscriptions, SubscriptionHistory history, ShopTime time) {
    this.subscriptions = subscriptions;
    this.history = history;
    this.time = time;
  }

  @Override
  public void moved(RefundState before, Refund now) {
    if (now.state() == RefundState.SUCCEEDED) {
      write(now, SubscriptionEvent.What.REFUNDED);
    } else if (now.state() == RefundState.FAILED && before == RefundState.SUCCEEDED) {
      write(now, SubscriptionEvent.What.REFUND_FAILED);
    }
  }

  private void write(Refund refund, SubscriptionEvent.What what) {
    refund.subscription().stream()
        .mapToObj(SubscriptionId::new)
        .flatMap(id -> subscriptions.find(id).stream())
        .map(subscription -> event(subscription, refund, what))
        .forEach(event -> history.append(List.of(event)));
  }

  private SubscriptionEvent event(
      Subscription subscription, Refund refund, SubscriptionEvent.What what) {
    return new SubscriptionEvent(
        subscription.id(),
        time.now(),
        Actor.gateway(),
        what,
        Optional.of(subscription.status()),
        subscription.status(),
        refund.amount().toString());
  }
}
