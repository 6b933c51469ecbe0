package org.evergreen.renewal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.storefront.CustomerId;
import org.joda.money.CurrencyUnit;

/**
 * Renewals that are paid together: one order, one charge. All have the same customer, currency,
 * payment method and due date, and whatever ships goes to one address.
 */
record PlannedGroup(List<PlannedRenewal> renewals) {

  PlannedGroup {
    renewals = List.copyOf(renewals);
  }

  long account() {
    return first().account();
  }

  CustomerId customer() {
    return first().customer();
  }

  CurrencyUnit currency() {
    return first().currency();
  }

  Optional<PaymentMethod> method() {
    return first().method();
  }

  Optional<DueSubscription.Destination> destination() {
    return renewals.stream()
        .flatMap(renewal -> renewal.subscription().destination().stream())
        .findFirst();
  }

  /** When the first of the renewals was due. */
  Instant dueAt() {
    return renewals.stream()
        .map(PlannedRenewal::dueAt)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  List<DueSubscription.Line> lines() {
    return renewals.stream().flatMap(renewal -> renewal.subscription().lines().stream()).toList();
  }

  private DueSubscription first() {
    return renewals.get(0).subscription();
  }
}
