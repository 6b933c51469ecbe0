package org.evergreen.renewal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evergreen.change.QuoteToken;
import org.evergreen.change.ScheduledChanges;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.Money;
import org.springframework.transaction.support.TransactionOperations;

/** What the next payment of a subscription costs if it is made now. Keeps nothing. */
final class EarlyPricing {

  private static final String NOT_DUE = "No payment of this subscription is to come.";
  private static final String NO_METHOD = "There is no payment method to charge; choose one first.";
  private static final String NO_PRICE = "This subscription cannot be renewed right now.";

  /** A price, or why there is none. */
  sealed interface Answer {}

  record Priced(PricedGroup group, EarlyRenewalQuote quote) implements Answer {}

  record Unpriced(String sentence) implements Answer {}

  private static final String CHANGE_WAITS =
      "A change is planned for the next payment. Withdraw it first, or wait for that payment.";

  private final TransactionOperations transactions;
  private final LoadDueSubscriptions loading;
  private final PriceGroups pricing;
  private final ScheduledChanges changes;

  EarlyPricing(
      TransactionOperations transactions,
      LoadDueSubscriptions loading,
      PriceGroups pricing,
      ScheduledChanges changes) {
    this.transactions = transactions;
    this.loading = loading;
    this.pricing = pricing;
    this.changes = changes;
  }

  /**
   * The price as of an instant; the same instant and circumstances give the same token. Call it
   * outside of transactions.
   */
  Answer price(SubscriptionId id, Instant quotedAt) {
    if (changes.waitFor(id)) {
      return new Unpriced(CHANGE_WAITS);
    }
    Optional<DueSubscription> found = transactions.execute(status -> loading.of(id));
    if (found.isEmpty()) {
      return new Unpriced(NOT_DUE);
    }
    DueSubscription subscription = found.get();
    PriceGroups.Prices prices = pricing.price(List.of(PlannedGroup.early(subscription)));
    if (prices.priced().isEmpty()) {
      return new Unpriced(NO_PRICE);
    }
    PricedGroup group = prices.priced().get(0);
    return subscription.paying().stored().isPresent() || group.isFree()
        ? new Priced(group, quote(group, subscription, quotedAt))
        : new Unpriced(NO_METHOD);
  }

  private static EarlyRenewalQuote quote(
      PricedGroup group, DueSubscription subscription, Instant quotedAt) {
    PlannedRenewal renewal = group.plan().renewals().get(0);
    return new EarlyRenewalQuote(
        subscription.id(),
        renewal.dueAt(),
        renewal.nextPaymentAt(),
        renewal.termEnd(),
        group.tax(subscription).plus(group.quote().shippingTax()),
        group.quote().shipping(),
        group.total(),
        group.credit(),
        group.toPay(),
        RenewalPart.of(group, subscription).working(),
        quotedAt,
        quotedAt.plus(QuoteToken.LIFE),
        QuoteToken.of(quotedAt, parts(group, subscription)));
  }

  /** All that is shown, and the subscription as it is. */
  private static List<String> parts(PricedGroup group, DueSubscription subscription) {
    PlannedRenewal renewal = group.plan().renewals().get(0);
    Stream<Money> amounts =
        Stream.of(group.quote().shipping(), group.total(), group.credit(), group.toPay());
    return Stream.concat(
            Stream.of(
                "early",
                subscription.id().toString(),
                Long.toString(subscription.version()),
                Integer.toString(renewal.cycle()),
                renewal.dueAt().toString(),
                renewal.termEnd().toString(),
                subscription.paying().stored().map(m -> m.id().toString()).orElse("")),
            amounts.map(Money::toString))
        .toList();
  }
}
