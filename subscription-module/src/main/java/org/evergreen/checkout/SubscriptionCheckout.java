package org.evergreen.checkout;

import java.util.List;
import org.evergreen.storefront.OrderId;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.BillingAccounts;
import org.evergreen.subscription.PendingCommands;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStarts;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.time.ShopTime;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What a host calls when an order is placed, paid or cancelled. Every call may be repeated, and
 * joins the transaction of the caller if there is one.
 */
public class SubscriptionCheckout {

  private final SubscriptionStarts starts;
  private final SubscriptionQueries queries;
  private final PendingCommands pending;
  private final OrderedSubscriptions ordered;
  private final BillingAccounts accounts;
  private final TransactionOperations transactions;
  private final ShopTime time;

  SubscriptionCheckout(
      SubscriptionStarts starts,
      SubscriptionQueries queries,
      PendingCommands pending,
      OrderedSubscriptions ordered,
      BillingAccounts accounts,
      TransactionOperations transactions,
      ShopTime time) {
    this.starts = starts;
    this.queries = queries;
    this.pending = pending;
    this.ordered = ordered;
    this.accounts = accounts;
    this.transactions = transactions;
    this.time = time;
  }

  /**
   * Notes the subscriptions of an order that is placed and not paid at once: they wait as PENDING,
   * and are cancelled when the order is not paid in the days that the merchant gives. An order that
   * is paid at once needs no such call.
   *
   * @return the subscriptions of the order, none when it has no line with a plan
   * @throws IllegalArgumentException if a plan's price is not in the currency of the order, or a
   *     quantity is below 1; nothing is kept then
   */
  public List<SubscriptionId> onOrderPlaced(PaidOrder order) {
    return inTurn(
        order, (groups, known) -> known.isEmpty() ? ordered.start(order, groups, true) : known);
  }

  /**
   * Starts the subscriptions of a paid order, one for each group of lines with the same terms, or
   * lets those go on that waited for the payment. Called again for the same order, also at the same
   * moment, it starts nothing and answers the same.
   *
   * @return the subscriptions of the order, none when it has no line with a plan
   * @throws IllegalArgumentException if a plan's price is not in the currency of the order, or a
   *     quantity is below 1; nothing is started then
   */
  public List<SubscriptionId> onOrderPaid(PaidOrder order) {
    return inTurn(
        order,
        (groups, known) -> {
          if (known.isEmpty()) {
            return ordered.start(order, groups, false);
          }
          // The money is there, so what had been given up starts after all.
          return known.stream().allMatch(this::wasGivenUp)
              ? ordered.startLate(order, groups)
              : goOn(order, groups, known);
        });
  }

  /**
   * The host cancelled an order that was not paid: what waits for its payment is cancelled. What
   * runs already is left alone.
   *
   * @param reason for the history, in plain words
   */
  public void onOrderCancelled(OrderId order, Actor actor, String reason) {
    transactions.executeWithoutResult(
        status ->
            starts.startedBy(order).stream()
                .filter(this::isPending)
                .forEach(id -> pending.cancelUnpaid(id, actor, reason)));
  }

  /** What is to be done with the groups of an order and the subscriptions that it has already. */
  private interface Turn {

    List<SubscriptionId> take(List<LineGroup<PaidLine>> groups, List<SubscriptionId> known);
  }

  private List<SubscriptionId> inTurn(PaidOrder order, Turn turn) {
    List<LineGroup<PaidLine>> groups = LineGroup.of(order.lines(), order.paidAt(), time);
    if (groups.isEmpty()) {
      return List.of();
    }
    return transactions.execute(
        status -> {
          // A second call for the order waits here and then finds what the first one started.
          accounts.lock(List.of(accounts.of(order.customer())));
          return turn.take(groups, starts.startedBy(order.order()));
        });
  }

  private List<SubscriptionId> goOn(
      PaidOrder order, List<LineGroup<PaidLine>> groups, List<SubscriptionId> known) {
    List<SubscriptionId> waiting = known.stream().filter(this::isPending).toList();
    for (SubscriptionId id : waiting) {
      pending.activate(id, order.paidAt(), order.method());
    }
    if (waiting.size() == groups.size()) {
      ordered.keepRecords(order, groups, waiting);
    }
    return known;
  }

  private boolean isPending(SubscriptionId id) {
    return queries.find(id).map(Subscription::status).orElseThrow() == SubscriptionStatus.PENDING;
  }

  private boolean wasGivenUp(SubscriptionId id) {
    return queries.history(id).stream()
        .filter(event -> event.to() == SubscriptionStatus.CANCELLED)
        .flatMap(event -> event.from().stream())
        .anyMatch(SubscriptionStatus.PENDING::equals);
  }
}
