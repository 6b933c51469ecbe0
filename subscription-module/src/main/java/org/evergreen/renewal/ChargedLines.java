package org.evergreen.renewal;

import java.util.ArrayList;
import java.util.List;
import org.evergreen.payment.ChargeLine;
import org.evergreen.storefront.Quote;
import org.joda.money.Money;

/** What the charge of a group pays for, for gateways that take it line by line. */
final class ChargedLines {

  private ChargedLines() {}

  /** Every line with its tax, and shipping; none where credit pays a part. */
  static List<ChargeLine> of(PricedGroup group) {
    if (!group.credits().isEmpty()) {
      return List.of();
    }
    List<ChargeLine> lines = new ArrayList<>();
    for (PlannedRenewal renewal : group.plan().renewals()) {
      for (DueSubscription.Line line : renewal.subscription().lines()) {
        Quote.PricedLine price = group.price(line);
        lines.add(new ChargeLine(line.name(), line.quantity(), price.amount().plus(price.tax())));
      }
    }
    Money shipping = group.quote().shipping().plus(group.quote().shippingTax());
    if (shipping.isPositive()) {
      lines.add(new ChargeLine("Shipping", 1, shipping));
    }
    return lines;
  }
}
