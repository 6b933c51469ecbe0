package org.evergreen.checkout;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.PostalAddress;
import org.joda.money.CurrencyUnit;

/**
 * An order of the host that is paid, or placed with nothing to pay.
 *
 * @param pricedAt when its amounts were worked out; a prorated first payment counts from that day
 * @param paidAt when its subscriptions start; when it was placed while it is not paid yet
 * @param method the stored method that pays the renewals, empty when the shopper pays each by hand
 * @param shipTo where it ships to, empty when nothing ships
 * @param lines all its lines; those without a plan are one-time purchases
 * @param discounts off the payments of every subscription that it starts
 */
public record PaidOrder(
    OrderId order,
    CustomerId customer,
    CurrencyUnit currency,
    Instant pricedAt,
    Instant paidAt,
    Optional<PaymentMethodId> method,
    Optional<PostalAddress> shipTo,
    List<PaidLine> lines,
    List<AgreedDiscount> discounts) {

  public PaidOrder {
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(customer, "customer");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(pricedAt, "pricedAt");
    Objects.requireNonNull(paidAt, "paidAt");
    lines = List.copyOf(lines);
    discounts = List.copyOf(discounts);
  }

  /** An order that is paid the moment it was priced, without a discount that lasts. */
  public PaidOrder(
      OrderId order,
      CustomerId customer,
      CurrencyUnit currency,
      Instant paidAt,
      Optional<PaymentMethodId> method,
      Optional<PostalAddress> shipTo,
      List<PaidLine> lines) {
    this(order, customer, currency, paidAt, paidAt, method, shipTo, lines, List.of());
  }
}
