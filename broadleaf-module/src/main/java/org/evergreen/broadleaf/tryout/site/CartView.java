package org.evergreen.broadleaf.tryout.site;

import java.util.List;
import java.util.Optional;
import org.evergreen.checkout.RecurringTotal;
import org.evergreen.plan.PlanOffer;
import org.evergreen.subscription.Recipient;
import org.joda.money.Money;

/**
 * A cart or an order as pages show it.
 *
 * @param discount what offers take off the whole of it
 * @param total what is due today
 * @param recurring what is paid later
 * @param problems sentences about lines that cannot be bought as they are
 */
public record CartView(
    List<Line> lines,
    Money subtotal,
    Money discount,
    Money shipping,
    Money tax,
    Money total,
    List<RecurringTotal> recurring,
    List<String> problems) {

  /**
   * A line.
   *
   * @param product to link to
   * @param due how the amount comes about; empty for a one-time purchase
   * @param gift who gets it
   */
  public record Line(
      long id,
      String product,
      String name,
      int quantity,
      Money amount,
      Optional<PlanOffer> plan,
      List<String> due,
      Optional<Recipient> gift) {}
}
