package org.evergreen.renewal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.calendar.Schedule;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.SkuId;
import org.evergreen.subscription.Discounts;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A subscription as it was found when it was to be renewed.
 *
 * @param version as it was read; a later one means that somebody has changed it since
 * @param shipTo where it ships to, empty when nothing ships
 * @param discounts those that its lines have
 */
record DueSubscription(
    SubscriptionId id,
    long version,
    long account,
    CustomerId customer,
    CurrencyUnit currency,
    Paying paying,
    Optional<Destination> shipTo,
    Dates dates,
    List<Line> lines,
    List<Discount> discounts) {

  /**
   * What pays it.
   *
   * @param stored the stored method, empty when there is none or it was removed
   * @param automatic whether that is charged without asking
   * @param credit what the shopper has in credit, used before anything is charged
   */
  record Paying(Optional<PaymentMethod> stored, boolean automatic, Money credit) {}

  /**
   * When it is paid.
   *
   * @param paymentsLeft how many payments are to come; empty when it runs until it is cancelled
   * @param cancelled whether the next payment is the last, because it was cancelled too late for it
   */
  record Dates(
      Schedule schedule,
      int nextCycle,
      OptionalInt paymentsLeft,
      Instant nextPaymentAt,
      boolean cancelled) {}

  /**
   * An address that subscriptions ship to.
   *
   * @param id equal for equal addresses
   */
  record Destination(long id, PostalAddress address) {}

  /**
   * What it delivers.
   *
   * @param unitPrice agreed price of one unit
   * @param discount off quantity times unit price
   * @param shippingOnce whether its shipping was paid with the first order
   */
  record Line(
      long id,
      SkuId sku,
      String name,
      ProductKind kind,
      int quantity,
      Money unitPrice,
      Money discount,
      boolean shippingOnce) {

    Line with(Money otherDiscount) {
      return new Line(id, sku, name, kind, quantity, unitPrice, otherDiscount, shippingOnce);
    }

    /** Quantity times unit price, before any discount. */
    Money price() {
      return unitPrice.multipliedBy(quantity);
    }

    /** Whether it has a share in what shipping costs. */
    boolean isShippedAtACharge() {
      return kind.ships() && !shippingOnce;
    }
  }

  /**
   * A discount that this payment has.
   *
   * @param amount off all lines together
   */
  record Discount(Discounts.Running running, Money amount) {}

  /**
   * This subscription with discounts.
   *
   * @param off what is off each line
   */
  DueSubscription discounted(List<Money> off, List<Discount> applied) {
    List<Line> discounted = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      discounted.add(lines.get(i).with(off.get(i)));
    }
    return new DueSubscription(
        id, version, account, customer, currency, paying, shipTo, dates, discounted, applied);
  }

  /** This subscription paid otherwise. */
  DueSubscription with(Paying other) {
    return new DueSubscription(
        id, version, account, customer, currency, other, shipTo, dates, lines, discounts);
  }

  /** What is charged for it without asking; empty when the shopper pays by himself. */
  Optional<PaymentMethod> method() {
    return paying.automatic()
        ? paying.stored().filter(PaymentMethod::isChargeable)
        : Optional.empty();
  }

  /** Where it must go; empty when nothing ships, even if an address is known. */
  Optional<Destination> destination() {
    boolean ships = lines.stream().anyMatch(line -> line.kind().ships());
    return ships ? shipTo : Optional.empty();
  }

  /** Whether it has a share in what shipping costs. */
  boolean isShippedAtACharge() {
    return lines.stream().anyMatch(Line::isShippedAtACharge);
  }
}
