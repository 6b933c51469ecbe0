package org.evergreen.broadleaf.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.FulfillmentGroupItem;
import org.broadleafcommerce.core.order.domain.Order;
import org.evergreen.broadleaf.Amounts;
import org.evergreen.storefront.Quote;
import org.evergreen.storefront.QuoteLine;
import org.evergreen.storefront.QuoteRequest;
import org.joda.money.Money;

/** What Broadleaf's pricing says of an order, line by line. */
final class PricedDraft {

  private PricedDraft() {}

  /** The quote; whatever is neither a line nor tax is shipping, fees included. */
  static Quote.Priced quote(QuoteRequest request, Draft draft) {
    Order order = draft.order();
    Map<Long, Money> taxes = taxes(order, request);
    Money zero = Money.zero(request.currency());
    Money amounts = zero;
    Money lineTaxes = zero;
    List<Quote.PricedLine> lines = new ArrayList<>();
    for (QuoteLine line : request.lines()) {
      Money amount = line.price();
      Money tax =
          draft.items().get(line.key()).stream()
              .map(item -> taxes.getOrDefault(item, zero))
              .reduce(zero, Money::plus);
      lines.add(new Quote.PricedLine(line.key(), amount, tax));
      amounts = amounts.plus(amount);
      lineTaxes = lineTaxes.plus(tax);
    }
    Money total = Amounts.orZero(order.getTotal(), request.currency());
    Money tax = Amounts.orZero(order.getTotalTax(), request.currency());
    Money shipping = total.minus(amounts).minus(tax);
    if (shipping.isNegative() || tax.isLessThan(lineTaxes)) {
      throw OrderNotPossibleException.because(
          "Broadleaf priced the lines at less than the agreed " + amounts);
    }
    return new Quote.Priced(request.reference(), lines, shipping, tax.minus(lineTaxes), total);
  }

  private static Map<Long, Money> taxes(Order order, QuoteRequest request) {
    Map<Long, Money> taxes = new HashMap<>();
    for (FulfillmentGroup group : order.getFulfillmentGroups()) {
      for (FulfillmentGroupItem item : group.getFulfillmentGroupItems()) {
        Money tax = Amounts.orZero(item.getTotalTax(), request.currency());
        taxes.merge(item.getOrderItem().getId(), tax, Money::plus);
      }
    }
    return taxes;
  }
}
