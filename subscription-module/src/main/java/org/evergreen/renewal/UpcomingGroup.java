package org.evergreen.renewal;

import java.time.Instant;
import java.util.List;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.Money;

/**
 * A payment that comes next, as far as can be said today.
 *
 * @param at when it is charged, or asked for
 * @param payments what is paid together, the earliest due first
 * @param total of its lines after discounts, before tax, shipping and credit
 * @param automatic whether a stored method is charged; otherwise the shopper pays by hand
 */
public record UpcomingGroup(Instant at, List<Part> payments, Money total, boolean automatic) {

  /**
   * A subscription's part of it.
   *
   * @param dueAt when it would be due alone; later than the payment when it is taken along early
   * @param amount of its lines after discounts, before tax
   */
  public record Part(SubscriptionId subscription, Instant dueAt, Money amount) {}
}
