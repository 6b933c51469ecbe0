package org.evergreen.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.evergreen.terms.BillingInterval;
import org.joda.money.CurrencyUnit;

/**
 * A subscription that is about to start.
 *
 * @param billingAccount of the customer, from {@link BillingAccounts}
 * @param method what pays the renewals, empty when the shopper pays each by hand
 * @param shipTo an address of {@link Addresses}, empty when nothing ships
 * @param origin the order that started it
 * @param originKey unique for all time: what keeps an order from starting it twice
 * @param details what most subscriptions do not have
 */
public record NewSubscription(
    long billingAccount,
    CustomerId customer,
    CurrencyUnit currency,
    Optional<PaymentMethodId> method,
    Optional<Long> shipTo,
    BillingInterval interval,
    Instant startedAt,
    Beginning beginning,
    OrderId origin,
    String originKey,
    List<NewLine> lines,
    Details details) {

  /**
   * What is special about its start.
   *
   * @param pending whether the first order is not paid yet
   * @param automaticRenewal whether the stored method is charged when payments are due
   * @param recipient who gets it, when that is not the customer
   * @param resubscribedFrom the subscription that it goes on from
   * @param by who started it
   * @param note for the history, in plain words
   */
  public record Details(
      boolean pending,
      boolean automaticRenewal,
      Optional<Recipient> recipient,
      Optional<SubscriptionId> resubscribedFrom,
      Actor by,
      String note) {

    /** Bought by a shopper for himself, and paid. */
    public static Details usual() {
      return new Details(false, true, Optional.empty(), Optional.empty(), Actor.shopper(), "");
    }

    /** The same, waiting for the first order to be paid. */
    public Details pendingPayment() {
      return new Details(true, automaticRenewal, recipient, resubscribedFrom, by, note);
    }

    /** The same, for somebody else. */
    public Details forRecipient(Optional<Recipient> other) {
      return new Details(pending, automaticRenewal, other, resubscribedFrom, by, note);
    }

    /** The same, going on from another subscription. */
    public Details resubscribing(SubscriptionId from) {
      return new Details(pending, automaticRenewal, recipient, Optional.of(from), by, note);
    }

    /** The same, with who did it and why. */
    public Details startedBy(Actor actor, String why) {
      return new Details(pending, automaticRenewal, recipient, resubscribedFrom, actor, why);
    }

    /** The same, charged by itself or paid by hand. */
    public Details renewing(boolean automatically) {
      return new Details(pending, automatically, recipient, resubscribedFrom, by, note);
    }
  }

  /** A subscription with nothing special about its start. */
  public NewSubscription(
      long billingAccount,
      CustomerId customer,
      CurrencyUnit currency,
      Optional<PaymentMethodId> method,
      Optional<Long> shipTo,
      BillingInterval interval,
      Instant startedAt,
      Beginning beginning,
      OrderId origin,
      String originKey,
      List<NewLine> lines) {
    this(
        billingAccount,
        customer,
        currency,
        method,
        shipTo,
        interval,
        startedAt,
        beginning,
        origin,
        originKey,
        lines,
        Details.usual());
  }

  public NewSubscription {
    lines = List.copyOf(lines);
  }
}
