package org.evergreen.renewal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.evergreen.settings.Settings;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;
import org.springframework.transaction.support.TransactionOperations;

/** Which of a customer's next payments will be made together, and when. */
public class GroupedPreview {

  private final TransactionOperations transactions;
  private final LoadDueSubscriptions loading;
  private final GroupRenewals grouping;
  private final Consolidation consolidation;
  private final Settings settings;
  private final ShopTime time;

  GroupedPreview(
      TransactionOperations transactions,
      LoadDueSubscriptions loading,
      GroupRenewals grouping,
      Consolidation consolidation,
      Settings settings,
      ShopTime time) {
    this.transactions = transactions;
    this.loading = loading;
    this.grouping = grouping;
    this.consolidation = consolidation;
    this.settings = settings;
    this.time = time;
  }

  /** The next payment of each subscription that renews, grouped, earliest first. */
  public List<UpcomingGroup> of(CustomerId customer) {
    return of(customer, consolidation.isOn(customer));
  }

  /** As it would be if the customer decided so. */
  public List<UpcomingGroup> of(CustomerId customer, boolean together) {
    List<DueSubscription> left =
        new ArrayList<>(transactions.execute(status -> loading.ofCustomer(customer)));
    List<UpcomingGroup> upcoming = new ArrayList<>();
    while (!left.isEmpty()) {
      Instant at = earliest(left);
      List<PlannedGroup> groups =
          grouping.group(left, settings.current(), subscription -> together, at);
      if (groups.isEmpty()) {
        // Missed cycles that are not billed: nothing is to be paid for it now.
        left.removeIf(subscription -> !subscription.dates().nextPaymentAt().isAfter(at));
      }
      groups.forEach(group -> upcoming.add(upcoming(group, at)));
      Set<SubscriptionId> planned =
          groups.stream()
              .flatMap(group -> group.renewals().stream())
              .map(renewal -> renewal.subscription().id())
              .collect(Collectors.toSet());
      left.removeIf(subscription -> planned.contains(subscription.id()));
    }
    return upcoming;
  }

  private Instant earliest(List<DueSubscription> subscriptions) {
    Instant first =
        subscriptions.stream()
            .map(subscription -> subscription.dates().nextPaymentAt())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    return first.isBefore(time.now()) ? time.now() : first;
  }

  private static UpcomingGroup upcoming(PlannedGroup group, Instant at) {
    List<UpcomingGroup.Part> parts =
        group.renewals().stream()
            .sorted(Comparator.comparing(PlannedRenewal::dueAt))
            .map(
                renewal ->
                    new UpcomingGroup.Part(
                        renewal.subscription().id(),
                        renewal.dueAt(),
                        amount(renewal.subscription())))
            .toList();
    Money total =
        parts.stream()
            .map(UpcomingGroup.Part::amount)
            .reduce(Money.zero(group.currency()), Money::plus);
    return new UpcomingGroup(at, parts, total, group.method().isPresent());
  }

  private static Money amount(DueSubscription subscription) {
    return subscription.lines().stream()
        .map(line -> line.price().minus(line.discount()))
        .reduce(Money.zero(subscription.currency()), Money::plus);
  }
}
