package org.evergreen.broadleaf.tryout.site;

import java.util.List;
import java.util.Optional;
import org.evergreen.checkout.RecurringTotal;
import org.evergreen.plan.PlanOffer;
import org.joda.money.Money;

/**
 * A cart or an order as pages show it.
 *
 * @param total what is due today
 * @param recurring what is paid later
 * @param problems sentences about lines that cannot be bought as they are
 */
public record CartView(
    List<Line> lines,
    Money subtotal,
    Money shipping,
    Money tax,
    Money total,
    List<RecurringTotal> recurring,
    List<String> problems) {

  /**
   * A line.
   *
   * @param product to link to
   */
  public record Line(
      long id, String product, String name, int quantity, Money amount, Optional<PlanOffer> plan) {}
}
