package org.evergreen.demo.order;

import java.util.List;
import org.evergreen.storefront.Quote.PricedLine;
import org.joda.money.Money;

/**
 * What an order costs.
 *
 * @param shipping before tax
 * @param total sum of all lines, shipping and taxes
 */
public record PricedGoods(List<PricedLine> lines, Money shipping, Money shippingTax, Money total) {

  public PricedGoods {
    lines = List.copyOf(lines);
  }

  /** The lines before tax and shipping. */
  public Money goods() {
    return lines.stream().map(PricedLine::amount).reduce(zero(), Money::plus);
  }

  /** All taxes. */
  public Money tax() {
    return lines.stream().map(PricedLine::tax).reduce(shippingTax, Money::plus);
  }

  private Money zero() {
    return Money.zero(total.getCurrencyUnit());
  }
}
