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
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.settings.GroupingRules;
import org.evergreen.settings.MerchantSettings;
import org.evergreen.storefront.CustomerId;
import org.evergreen.time.ShopTime;
import org.joda.money.CurrencyUnit;

/**
 * Decides which renewals are paid together: those of one customer in one currency with one payment
 * method that are due on the same day of the shop, or within the merchant's window, as far as what
 * ships goes to one address. What does not ship joins the first parcel. A renewal that is due later
 * is taken along with one that is due now, never by itself. Only what is charged by itself, and has
 * been paid before, is taken along on an earlier day.
 */
final class GroupRenewals {

  private record Payment(
      CustomerId customer, CurrencyUnit currency, Optional<PaymentMethod> method) {}

  private final ShopTime time;

  GroupRenewals(ShopTime time) {
    this.time = time;
  }

  /**
   * Groups what is due at an instant; what could not be taken along is left for later.
   *
   * @param together whether a subscription may be paid with others
   */
  List<PlannedGroup> group(
      Collection<DueSubscription> subscriptions,
      MerchantSettings settings,
      Predicate<DueSubscription> together,
      Instant now) {
    GroupingRules rules = settings.grouping();
    LocalDate today = time.dateOf(now);
    List<PlannedRenewal> alone = new ArrayList<>();
    Map<Payment, List<PlannedRenewal>> payments = new LinkedHashMap<>();
    subscriptions.stream()
        .sorted(Comparator.comparing(subscription -> subscription.id().value()))
        .flatMap(
            subscription ->
                PlannedRenewal.of(subscription, now, settings.billing().missedCycles()).stream())
        .filter(renewal -> mayBePaid(renewal, today, rules.windowDays()))
        .forEach(
            renewal -> {
              if (rules.consolidates() && together.test(renewal.subscription())) {
                payments.computeIfAbsent(payment(renewal), key -> new ArrayList<>()).add(renewal);
              } else {
                alone.add(renewal);
              }
            });
    Stream<List<PlannedRenewal>> shared =
        payments.entrySet().stream()
            .flatMap(entry -> byDueDate(entry.getValue(), window(entry.getKey(), rules)).stream())
            .flatMap(renewals -> byDestination(renewals).stream())
            .flatMap(renewals -> ofOrderSize(renewals, rules.maxLines()).stream());
    return Stream.concat(shared, alone.stream().map(List::of))
        .map(PlannedGroup::new)
        .filter(group -> !group.dueAt().isAfter(now))
        .toList();
  }

  /** The first payment of a trial, and one that is made by hand, is not asked for early. */
  private boolean mayBePaid(PlannedRenewal renewal, LocalDate today, int windowDays) {
    LocalDate due = time.dateOf(renewal.dueAt());
    boolean early = due.isAfter(today);
    boolean first = renewal.cycle() == 0;
    boolean byHand = renewal.subscription().method().isEmpty();
    return !early || (!first && !byHand && !due.isAfter(today.plusDays(windowDays)));
  }

  private static Payment payment(PlannedRenewal renewal) {
    DueSubscription subscription = renewal.subscription();
    return new Payment(subscription.customer(), subscription.currency(), subscription.method());
  }

  private static int window(Payment payment, GroupingRules rules) {
    return payment.method().isPresent() ? rules.windowDays() : 0;
  }

  /** The earliest due begins a group, which takes along what is due within the window after it. */
  private Collection<List<PlannedRenewal>> byDueDate(List<PlannedRenewal> renewals, int window) {
    List<LocalDate> starts = new ArrayList<>();
    renewals.stream()
        .map(renewal -> time.dateOf(renewal.dueAt()))
        .sorted()
        .filter(date -> starts.isEmpty() || date.isAfter(last(starts).plusDays(window)))
        .forEach(starts::add);
    Map<LocalDate, List<PlannedRenewal>> groups = new LinkedHashMap<>();
    for (PlannedRenewal renewal : renewals) {
      LocalDate due = time.dateOf(renewal.dueAt());
      LocalDate start = last(starts.stream().filter(date -> !date.isAfter(due)).toList());
      groups.computeIfAbsent(start, key -> new ArrayList<>()).add(renewal);
    }
    return groups.values();
  }

  private static LocalDate last(List<LocalDate> dates) {
    return dates.get(dates.size() - 1);
  }

  /** One list for each address that something ships to. */
  static Collection<List<PlannedRenewal>> byDestination(List<PlannedRenewal> renewals) {
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

  private static List<List<PlannedRenewal>> ofOrderSize(
      List<PlannedRenewal> renewals, int maxLines) {
    List<List<PlannedRenewal>> orders = new ArrayList<>();
    List<PlannedRenewal> order = new ArrayList<>();
    int lines = 0;
    for (PlannedRenewal renewal : renewals) {
      int more = renewal.subscription().lines().size();
      if (!order.isEmpty() && lines + more > maxLines) {
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
