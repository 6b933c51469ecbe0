package org.evergreen.renewal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evergreen.payment.Charge;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.Money;

/**
 * A renewal group as shopper and merchant see it.
 *
 * @param dueAt when its first renewal was due
 * @param shipping before tax
 * @param tax all tax, that on shipping too
 * @param total of the order
 * @param credit what of the total credit pays; the rest is charged
 * @param retryAt when it is charged again, if that is planned
 * @param problem what stands in the way, in plain words
 * @param lines all that it ever consisted of
 * @param charges the attempts, first to last
 */
public record RenewalGroupView(
    RenewalGroupId id,
    CustomerId customer,
    RenewalGroupStatus status,
    Instant dueAt,
    Instant openedAt,
    Optional<Instant> paidAt,
    Optional<Instant> retryAt,
    Money shipping,
    Money tax,
    Money total,
    Money credit,
    Optional<OrderId> order,
    Optional<String> orderNumber,
    Optional<String> problem,
    List<Line> lines,
    List<Charge> charges) {

  /**
   * A line of the renewal.
   *
   * @param discount what is off quantity times unit price
   * @param amount what it costs after the discount, before tax
   * @param dropped whether it is no part of what is charged, since its subscription was cancelled,
   *     or let go, before it was paid
   */
  public record Line(
      SubscriptionId subscription,
      String name,
      int quantity,
      Money discount,
      Money amount,
      Money tax,
      boolean dropped) {}

  /** What is charged, or is owed. */
  public Money toPay() {
    return total.minus(credit);
  }

  /** What is charged, or is owed; nothing of a renewal that was dropped as a whole. */
  public List<Line> linesToPay() {
    return lines.stream().filter(line -> !line.dropped()).toList();
  }

  /** The subscriptions that are renewed together; those of a dropped renewal as they were. */
  public List<SubscriptionId> subscriptions() {
    List<Line> kept = linesToPay();
    return (kept.isEmpty() ? lines : kept).stream().map(Line::subscription).distinct().toList();
  }

  RenewalGroupView with(List<Line> lines, List<Charge> charges) {
    return new RenewalGroupView(
        id,
        customer,
        status,
        dueAt,
        openedAt,
        paidAt,
        retryAt,
        shipping,
        tax,
        total,
        credit,
        order,
        orderNumber,
        problem,
        lines,
        charges);
  }
}
