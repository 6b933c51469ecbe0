package org.evergreen.change;

import java.util.List;
import java.util.Optional;
import org.evergreen.storefront.Quote;
import org.evergreen.storefront.QuoteLine;
import org.joda.money.Money;

/**
 * The order at the host for what is due now, as it was priced.
 *
 * @param shipTo key of the address
 */
record HostOrder(Optional<Long> shipTo, List<QuoteLine> lines, Quote.Priced priced) {

  HostOrder {
    lines = List.copyOf(lines);
  }

  /** The prices under the reference of the order that is placed. */
  Quote.Priced named(String reference) {
    return new Quote.Priced(
        reference, priced.lines(), priced.shipping(), priced.shippingTax(), priced.total());
  }

  Money tax() {
    return priced.lines().stream()
        .map(Quote.PricedLine::tax)
        .reduce(priced.shippingTax(), Money::plus);
  }
}
