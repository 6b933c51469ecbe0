package org.evergreen.broadleaf.order;

import java.util.List;
import java.util.stream.Stream;
import org.evergreen.storefront.QuoteLine;
import org.joda.money.Money;

/**
 * The unit prices of a line after its discount. Broadleaf multiplies a unit price by a quantity, so
 * a price that does not divide evenly is split: 3 units for 10.00 are 2 at 3.33 and 1 at 3.34.
 */
final class UnitPrices {

  private UnitPrices() {}

  /** A part of a line's quantity at one unit price. */
  record Share(int quantity, Money unitPrice) {}

  /** One or two shares, which add up to the line's quantity and to its price. */
  static List<Share> of(QuoteLine line) {
    long minor = line.price().getAmountMinorLong();
    Money low = Money.ofMinor(line.unitPrice().getCurrencyUnit(), minor / line.quantity());
    int higher = (int) (minor % line.quantity());
    return Stream.of(new Share(line.quantity() - higher, low), new Share(higher, low.plusMinor(1)))
        .filter(share -> share.quantity() > 0)
        .toList();
  }
}
