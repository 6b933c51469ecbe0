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
    List<NewLine> lines) {

  public NewSubscription {
    lines = List.copyOf(lines);
  }
}
