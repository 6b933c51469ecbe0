package org.evergreen.site.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.evergreen.renewal.RenewalGroupStatus;
import org.evergreen.renewal.RenewalGroupView;
import org.evergreen.renewal.RenewalMonitor;
import org.evergreen.site.account.SubscriptionDetail.Entry;
import org.evergreen.site.account.SubscriptionDetail.Order;
import org.evergreen.site.account.SubscriptionDetail.Renewal;
import org.evergreen.site.words.SiteWords;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.OrderSummary;
import org.evergreen.storefront.Orders;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.joda.money.Money;
import org.springframework.web.util.UriUtils;

/** What a subscription has brought about so far: orders, renewals, history. */
class Past {
  private static final String DROPPED = "Dropped, nothing was charged";

  private final SubscriptionQueries queries;
  private final RenewalMonitor renewals;
  private final Orders orders;
  private final HistoryInWords history;
  private final SiteWords words;
  private final String orderPath;

  Past(
      SubscriptionQueries queries,
      RenewalMonitor renewals,
      Orders orders,
      HistoryInWords history,
      SiteWords words,
      String orderPath) {
    this.queries = queries;
    this.renewals = renewals;
    this.orders = orders;
    this.history = history;
    this.words = words;
    this.orderPath = orderPath;
  }

  /** What happened, latest first. */
  List<Entry> history(SubscriptionId subscription) {
    return queries.history(subscription).stream().map(history::entry).toList();
  }

  /** The groups that it was renewed in, latest first. */
  List<RenewalGroupView> renewals(SubscriptionId subscription) {
    return renewals.ofSubscription(subscription);
  }

  /** The latest orders that the host still knows, latest first. */
  List<Order> orders(SubscriptionId subscription, int most) {
    List<OrderId> ids = queries.orders(subscription).stream().distinct().limit(most).toList();
    Map<OrderId, OrderSummary> summaries = orders.summaries(ids);
    return ids.stream().map(summaries::get).filter(Objects::nonNull).map(this::order).toList();
  }

  private Order order(OrderSummary order) {
    return new Order(
        order.number(),
        words.date(order.placedAt()),
        order.status(),
        words.money(order.total()),
        orderPath.replace("{number}", UriUtils.encodePathSegment(order.number(), UTF_8)));
  }

  /** The subscription's part in a group of renewals that were paid together. */
  Renewal renewal(SubscriptionId subscription, RenewalGroupView group) {
    if (!group.subscriptions().contains(subscription)) {
      return new Renewal(
          words.date(group.dueAt()), DROPPED, words.money(share(subscription, group)), "");
    }
    boolean alone = group.subscriptions().size() == 1;
    Money amount = alone ? group.total() : share(subscription, group);
    String outcome = outcome(group);
    return new Renewal(
        words.date(group.dueAt()),
        alone ? outcome : outcome + ", " + together(subscription, group),
        words.money(amount),
        group.status() == RenewalGroupStatus.CANCELED ? "" : "renewal-" + group.id());
  }

  private static Money share(SubscriptionId subscription, RenewalGroupView group) {
    return group.lines().stream()
        .filter(line -> line.subscription().equals(subscription))
        .map(line -> line.amount().plus(line.tax()))
        .reduce(Money.zero(group.total().getCurrencyUnit()), Money::plus);
  }

  private String together(SubscriptionId subscription, RenewalGroupView group) {
    String others =
        group.subscriptions().stream()
            .filter(other -> !other.equals(subscription))
            .map(SubscriptionId::toString)
            .collect(Collectors.joining(", "));
    return "one payment of " + words.money(group.total()) + " together with subscription " + others;
  }

  private String outcome(RenewalGroupView group) {
    return switch (group.status()) {
      case OPEN -> "Being paid";
      case WAITING -> "Waiting for you";
      case UNPAID -> "Not paid, your bank declined it";
      case CANCELED -> DROPPED;
      case PAID -> group.paidAt().map(at -> "Paid on " + words.date(at)).orElse("Paid");
    };
  }
}
