package org.evergreen.admin.subscription;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evergreen.admin.subscription.SubscriptionView.MoneyView;
import org.evergreen.change.ChangeResult;
import org.evergreen.change.Changes;
import org.evergreen.payment.Refunds;
import org.evergreen.subscription.Credits;
import org.evergreen.subscription.Subscription;

/** Collects credit, refunds and changes of one subscription. */
class SubscriptionMoney {

  private final Credits credits;
  private final RefundDesk refundDesk;
  private final Refunds refunds;
  private final Optional<Changes> changes;

  SubscriptionMoney(
      Credits credits, RefundDesk refundDesk, Refunds refunds, Optional<Changes> changes) {
    this.credits = credits;
    this.refundDesk = refundDesk;
    this.refunds = refunds;
    this.changes = changes;
  }

  MoneyView of(Subscription subscription) {
    return new MoneyView(
        credits.entries(subscription.id()),
        refundDesk.refundable(subscription),
        refunds.ofSubscription(subscription.id().value()),
        changes.map(known -> known.of(subscription.id())).orElse(List.of()),
        changes
            .flatMap(known -> known.toConfirm(subscription.id()))
            .map(ChangeResult.ToConfirm::change),
        UUID.randomUUID().toString());
  }
}
