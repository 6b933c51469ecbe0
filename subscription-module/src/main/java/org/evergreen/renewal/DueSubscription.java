package org.evergreen.renewal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.calendar.Schedule;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.SkuId;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A subscription as the renewal run found it, due or due later the same day.
 *
 * @param version as it was read; a later one means that somebody has changed it since
 * @param method what pays, empty when there is none or it was removed
 * @param shipTo where it ships to, empty when nothing ships
 * @param paymentsLeft how many payments are to come; empty when it runs until it is cancelled
 */
record DueSubscription(
    SubscriptionId id,
    long version,
    long account,
    CustomerId customer,
    CurrencyUnit currency,
    Optional<PaymentMethod> method,
    Optional<Destination> shipTo,
    Schedule schedule,
    int nextCycle,
    OptionalInt paymentsLeft,
    Instant nextPaymentAt,
    List<Line> lines) {

  /**
   * An address that subscriptions ship to.
   *
   * @param id equal for equal addresses
   */
  record Destination(long id, PostalAddress address) {}

  /**
   * What it delivers.
   *
   * @param unitPrice agreed price of one unit, before tax
   */
  record Line(long id, SkuId sku, String name, ProductKind kind, int quantity, Money unitPrice) {}

  /** Where it must go; empty when nothing ships, even if an address is known. */
  Optional<Destination> destination() {
    boolean ships = lines.stream().anyMatch(line -> line.kind().ships());
    return ships ? shipTo : Optional.empty();
  }
}
