package org.evergreen.checkout;

import java.time.LocalDate;
import java.util.List;
import org.evergreen.plan.PlanOffer;
import org.joda.money.Money;

/**
 * A shopper may have new subscriptions paid on the day on which he pays already, so that one charge
 * and one parcel do. Accepting it means buying the lines under the offers in here.
 *
 * @param moves at least one
 */
public record BillingDayOffer(List<Move> moves) {

  /**
   * A line that can be moved.
   *
   * @param key of the line of the cart
   * @param aligned the same offer with its payments on the existing day
   * @param day the first payment on that day
   * @param days for how many days the first order pays
   * @param today what all units cost with this order, before tax, when it is accepted
   * @param otherwise what they cost when it is declined
   * @param then what they cost from that day on, before tax
   */
  public record Move(
      String key,
      String name,
      PlanOffer aligned,
      LocalDate day,
      int days,
      Money today,
      Money otherwise,
      Money then) {}

  public BillingDayOffer {
    moves = List.copyOf(moves);
  }
}
