package org.evergreen.renewal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.settings.BillingRules.MissedCycles;
import org.evergreen.storefront.CustomerId;
import org.evergreen.time.ShopTime;
import org.joda.money.CurrencyUnit;

/**
 * Decides which renewals are paid together: those of one customer in one currency with one payment
 * method that are due on the same day of the shop, as far as what ships goes to one address. What
 * does not ship joins the first parcel. A renewal that is due later today is taken along with one
 * that is due now, never by itself.
 */
final class GroupRenewals {

  /** The most lines that one order, and one charge at a gateway, may have. */
  static final int MAX_LINES = 100;

  private record Payment(
      CustomerId customer,
      CurrencyUnit currency,
      Optional<PaymentMethod> method,
      LocalDate dueDate) {}

  private final ShopTime time;

  GroupRenewals(ShopTime time) {
    this.time = time;
  }

  /** Groups what is due now; what could not be taken along is left for later. */
  List<PlannedGroup> group(Collection<DueSubscription> subscriptions, MissedCycles missed) {
    Instant now = time.now();
    Map<Payment, List<PlannedRenewal>> payments = new LinkedHashMap<>();
    subscriptions.stream()
        .sorted(Comparator.comparing(subscription -> subscription.id().value()))
        .flatMap(subscription -> PlannedRenewal.of(subscription, now, missed).stream())
        .forEach(
            renewal ->
                payments.computeIfAbsent(payment(renewal), key -> new ArrayList<>()).add(renewal));
    return payments.values().stream()
        .flatMap(renewals -> byDestination(renewals).stream())
        .flatMap(renewals -> ofOrderSize(renewals).stream())
        .map(PlannedGroup::new)
        .filter(group -> !group.dueAt().isAfter(now))
        .toList();
  }

  private Payment payment(PlannedRenewal renewal) {
    DueSubscription subscription = renewal.subscription();
    return new Payment(
        subscription.customer(),
        subscription.currency(),
        subscription.method(),
        time.dateOf(renewal.dueAt()));
  }

  private static Collection<List<PlannedRenewal>> byDestination(List<PlannedRenewal> renewals) {
    Map<Long, List<PlannedRenewal>> parcels = new LinkedHashMap<>();
    List<PlannedRenewal> unshipped = new ArrayList<>();
    for (PlannedRenewal renewal : renewals) {
      renewal
          .subscription()
          .destination()
          .map(place -> parcels.computeIfAbsent(place.id(), key -> new ArrayList<>()))
          .orElse(unshipped)
          .add(renewal);
    }
    if (parcels.isEmpty()) {
      return List.of(unshipped);
    }
    parcels.values().iterator().next().addAll(unshipped);
    return parcels.values();
  }

  private static List<List<PlannedRenewal>> ofOrderSize(List<PlannedRenewal> renewals) {
    List<List<PlannedRenewal>> orders = new ArrayList<>();
    List<PlannedRenewal> order = new ArrayList<>();
    int lines = 0;
    for (PlannedRenewal renewal : renewals) {
      int more = renewal.subscription().lines().size();
      if (!order.isEmpty() && lines + more > MAX_LINES) {
        orders.add(order);
        order = new ArrayList<>();
        lines = 0;
      }
      order.add(renewal);
      lines += more;
    }
    orders.add(order);
    return orders;
  }
}
