package org.evergreen.checkout;

import java.util.List;
import java.util.Optional;
import org.evergreen.plan.PlanOffer;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.BillingAccounts;
import org.evergreen.subscription.NewLine;
import org.evergreen.subscription.NewSubscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStarts;
import org.evergreen.time.ShopTime;
import org.springframework.transaction.support.TransactionOperations;

/** What a host calls when an order is paid. */
public class SubscriptionCheckout {

  private final SubscriptionStarts starts;
  private final BillingAccounts accounts;
  private final Addresses addresses;
  private final TransactionOperations transactions;
  private final ShopTime time;

  public SubscriptionCheckout(
      SubscriptionStarts starts,
      BillingAccounts accounts,
      Addresses addresses,
      TransactionOperations transactions,
      ShopTime time) {
    this.starts = starts;
    this.accounts = accounts;
    this.addresses = addresses;
    this.transactions = transactions;
    this.time = time;
  }

  /**
   * Starts the subscriptions of a paid order, one for each group of lines with the same terms.
   * Called again for the same order, also at the same moment, it starts nothing and answers the
   * same. It joins the transaction of the caller if there is one.
   *
   * @return the subscriptions of the order, none when it has no line with a plan
   * @throws IllegalArgumentException if a plan's price is not in the currency of the order, or a
   *     quantity is below 1; nothing is started then
   */
  public List<SubscriptionId> onOrderPaid(PaidOrder order) {
    List<LineGroup<PaidLine>> groups = LineGroup.of(order.lines(), order.paidAt(), time);
    return groups.isEmpty() ? List.of() : transactions.execute(status -> startOnce(order, groups));
  }

  private List<SubscriptionId> startOnce(PaidOrder order, List<LineGroup<PaidLine>> groups) {
    long account = accounts.of(order.customer());
    // A second call for the order waits here and then finds what the first one started.
    accounts.lock(List.of(account));
    List<SubscriptionId> known = starts.startedBy(order.order());
    if (!known.isEmpty()) {
      return known;
    }
    return starts.start(groups.stream().map(group -> subscription(order, account, group)).toList());
  }

  private NewSubscription subscription(PaidOrder order, long account, LineGroup<PaidLine> group) {
    boolean ships = group.lines().stream().anyMatch(line -> line.kind().ships());
    Optional<Long> shipTo =
        order
            .shipTo()
            .filter(address -> ships)
            .map(address -> addresses.keep(order.customer(), address));
    return new NewSubscription(
        account,
        order.customer(),
        order.currency(),
        order.method(),
        shipTo,
        group.key().interval(),
        order.paidAt(),
        group.beginning(),
        order.order(),
        order.order() + ":" + group.key().text(),
        group.lines().stream().map(SubscriptionCheckout::line).toList());
  }

  private static NewLine line(PaidLine line) {
    PlanOffer offer = line.offer().orElseThrow();
    return new NewLine(
        offer.plan(),
        offer.planName(),
        line.product(),
        line.sku(),
        line.name(),
        line.kind(),
        line.quantity(),
        offer.unitPrice());
  }
}
