package org.evergreen.demo.checkout;

import java.util.List;
import org.evergreen.checkout.RecurringTotal;
import org.evergreen.demo.order.PricedGoods;

/**
 * What a cart costs.
 *
 * @param today with this order
 * @param later again and again, one for each subscription that it starts
 */
public record CartTotals(PricedGoods today, List<RecurringTotal> later) {}
