package org.evergreen.admin.subscription;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evergreen.admin.CustomerNames;
import org.evergreen.admin.NotFoundException;
import org.evergreen.admin.Numbers;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.OrderSummary;
import org.evergreen.storefront.Orders;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;

/** Collects everything about one subscription from the engine and the host. */
class SubscriptionDesk {

  private static final int UPCOMING = 5;

  private final SubscriptionQueries queries;
  private final SubscriptionPayments payments;
  private final CustomerNames customers;
  private final Addresses addresses;
  private final Orders orders;
  private final MerchantActions actions;
  private final SubscriptionMoney money;

  SubscriptionDesk(
      SubscriptionQueries queries,
      SubscriptionPayments payments,
      CustomerNames customers,
      Addresses addresses,
      Orders orders,
      MerchantActions actions,
      SubscriptionMoney money) {
    this.queries = queries;
    this.payments = payments;
    this.customers = customers;
    this.addresses = addresses;
    this.orders = orders;
    this.actions = actions;
    this.money = money;
  }

  /**
   * The subscription with the number that an address names.
   *
   * @throws NotFoundException if there is none
   */
  Subscription find(String id) {
    return queries
        .find(new SubscriptionId(Numbers.key("subscription", id)))
        .orElseThrow(() -> NotFoundException.of("subscription", id));
  }

  SubscriptionView view(Subscription subscription) {
    return new SubscriptionView(
        subscription,
        customers.of(List.of(subscription.customer())).get(subscription.customer()),
        queries.upcoming(subscription, UPCOMING),
        subscription.shipTo().map(address -> addresses.byId(List.of(address)).get(address)),
        summaries(queries.orders(subscription.id())),
        payments.of(subscription),
        queries.history(subscription.id()),
        actions.of(subscription),
        money.of(subscription));
  }

  private List<OrderSummary> summaries(Collection<OrderId> ids) {
    Map<OrderId, OrderSummary> known = orders.summaries(ids);
    return ids.stream().map(known::get).filter(Objects::nonNull).toList();
  }
}
