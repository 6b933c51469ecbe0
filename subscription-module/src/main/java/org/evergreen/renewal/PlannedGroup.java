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
 *
 * @param quote the token of the quote that the shopper confirmed, when he asked for it before it
 *     was due
 * @param splitOff where it comes from when it was declined together with others
 */
record PlannedGroup(
    List<PlannedRenewal> renewals, Optional<String> quote, Optional<SplitOff> splitOff) {

  PlannedGroup {
    renewals = List.copyOf(renewals);
  }

  /** What is due. */
  PlannedGroup(List<PlannedRenewal> renewals) {
    this(renewals, Optional.empty(), Optional.empty());
  }

  /** The next payment of a subscription, before it is due. */
  static PlannedGroup early(DueSubscription subscription) {
    return new PlannedGroup(List.of(PlannedRenewal.next(subscription)));
  }

  /** The same, confirmed. */
  PlannedGroup confirmed(String token) {
    return new PlannedGroup(renewals, Optional.of(token), splitOff);
  }

  boolean isSplitOff() {
    return splitOff.isPresent();
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
    return quote.isPresent() ? first().paying().stored() : first().method();
  }

  Optional<DueSubscription.Destination> destination() {
    return renewals.stream()
        .flatMap(renewal -> renewal.subscription().destination().stream())
        .findFirst();
  }

  /** Whether there is a stored method that is never charged again without the shopper. */
  boolean isRefused() {
    return renewals.stream()
        .map(renewal -> renewal.subscription().paying())
        .anyMatch(
            paying ->
                paying.automatic()
                    && paying.stored().filter(method -> !method.isChargeable()).isPresent());
  }

  /** Why it waits for the shopper when nothing is charged for it. */
  String whyItWaits() {
    boolean byHand =
        renewals.stream()
            .map(renewal -> renewal.subscription().paying())
            .anyMatch(paying -> paying.stored().isPresent() && !paying.automatic());
    return byHand ? GroupOutcome.BY_HAND : GroupOutcome.NO_METHOD;
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
