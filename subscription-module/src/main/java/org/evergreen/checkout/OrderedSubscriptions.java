package org.evergreen.checkout;

import java.util.List;
import java.util.Optional;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.BillingAccounts;
import org.evergreen.subscription.NewLine;
import org.evergreen.subscription.NewSubscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStarts;

/** Makes subscriptions of the groups of an order, in the transaction of the caller. */
class OrderedSubscriptions {

  private static final String AT_ONCE = "";
  private static final String LATE = "/late";

  private final SubscriptionStarts starts;
  private final BillingAccounts accounts;
  private final Addresses addresses;
  private final FirstOrderRecords records;

  OrderedSubscriptions(
      SubscriptionStarts starts,
      BillingAccounts accounts,
      Addresses addresses,
      FirstOrderRecords records) {
    this.starts = starts;
    this.accounts = accounts;
    this.addresses = addresses;
    this.records = records;
  }

  /**
   * Starts one subscription for each group.
   *
   * @param pending whether they wait for the order's payment
   */
  List<SubscriptionId> start(PaidOrder order, List<LineGroup<PaidLine>> groups, boolean pending) {
    NewSubscription.Details usual = NewSubscription.Details.usual();
    return start(order, groups, pending ? usual.pendingPayment() : usual, AT_ONCE);
  }

  /** Starts what was given up because its payment did not come, and now has come. */
  List<SubscriptionId> startLate(PaidOrder order, List<LineGroup<PaidLine>> groups) {
    return start(order, groups, NewSubscription.Details.usual(), LATE);
  }

  private List<SubscriptionId> start(
      PaidOrder order,
      List<LineGroup<PaidLine>> groups,
      NewSubscription.Details details,
      String keySuffix) {
    List<SubscriptionId> started =
        starts.start(
            groups.stream().map(group -> subscription(order, group, details, keySuffix)).toList());
    keepRecords(order, groups, started);
    return started;
  }

  /** Keeps what the order did for each of its subscriptions. */
  void keepRecords(
      PaidOrder order, List<LineGroup<PaidLine>> groups, List<SubscriptionId> subscriptions) {
    for (int i = 0; i < groups.size(); i++) {
      records.keep(order, subscriptions.get(i), groups.get(i));
    }
  }

  private NewSubscription subscription(
      PaidOrder order,
      LineGroup<PaidLine> group,
      NewSubscription.Details details,
      String keySuffix) {
    return new NewSubscription(
        accounts.of(order.customer()),
        order.customer(),
        order.currency(),
        order.method(),
        shipTo(order, group),
        group.key().interval(),
        order.paidAt(),
        group.beginning(),
        order.order(),
        order.order() + ":" + group.key().text() + keySuffix,
        group.lines().stream().map(OrderedSubscriptions::line).toList(),
        details.forRecipient(group.gift().map(Gift::recipient)));
  }

  private Optional<Long> shipTo(PaidOrder order, LineGroup<PaidLine> group) {
    boolean ships = group.lines().stream().anyMatch(line -> line.kind().ships());
    Optional<PostalAddress> address =
        group.gift().isPresent() ? group.gift().get().shipTo() : order.shipTo();
    return address.filter(to -> ships).map(to -> addresses.keep(order.customer(), to));
  }

  private static NewLine line(PaidLine line) {
    return NewLine.of(
        line.offer().orElseThrow(),
        line.product(),
        line.sku(),
        line.name(),
        line.kind(),
        line.quantity());
  }
}
