package org.evergreen.renewal;

import java.util.List;
import java.util.Map;
import org.evergreen.money.Working;
import org.evergreen.subscription.SubscriptionId;
import org.joda.money.Money;

/**
 * A subscription's part of a renewal, amount by amount.
 *
 * @param shipping its share of what shipping costs, before tax
 * @param shippingTax its share of the tax on that
 * @param credit what of it credit pays
 * @param shared whether it is paid together with other subscriptions
 */
record RenewalPart(
    List<Line> lines,
    List<Discount> discounts,
    Money shipping,
    Money shippingTax,
    Money credit,
    boolean shared) {

  /**
   * A line.
   *
   * @param discount off quantity times unit price
   * @param amount after the discount, before tax
   */
  record Line(String name, int quantity, Money unitPrice, Money discount, Money amount, Money tax) {

    private Money price() {
      return unitPrice.multipliedBy(quantity);
    }

    private Money discounted() {
      return price().minus(discount);
    }
  }

  /** A discount off all lines. */
  record Discount(String label, Money amount) {}

  static RenewalPart of(PricedGroup group, DueSubscription subscription) {
    List<ShippingShares.Part> parts = group.parts();
    Money zero = Money.zero(subscription.currency());
    Map<SubscriptionId, Money> shipping = ShippingShares.of(group.quote().shipping(), parts);
    Map<SubscriptionId, Money> tax = ShippingShares.of(group.quote().shippingTax(), parts);
    return new RenewalPart(
        subscription.lines().stream().map(line -> line(group, line)).toList(),
        subscription.discounts().stream()
            .map(d -> new Discount(d.running().discount().label(), d.amount()))
            .toList(),
        shipping.getOrDefault(subscription.id(), zero),
        tax.getOrDefault(subscription.id(), zero),
        group.credit(subscription),
        parts.size() > 1);
  }

  private static Line line(PricedGroup group, DueSubscription.Line line) {
    return new Line(
        line.name(),
        line.quantity(),
        line.unitPrice(),
        line.discount(),
        group.price(line).amount(),
        group.price(line).tax());
  }

  /** Lines, tax and shipping, before credit. */
  Money total() {
    return amount().plus(tax()).plus(shipping).plus(shippingTax);
  }

  /** What credit leaves to be paid. */
  Money toPay() {
    return total().minus(credit);
  }

  /** How what is to be paid came about; its amounts sum up to it. */
  Working working() {
    Working working = Working.nothing();
    for (Line line : lines) {
      working = working.and(line.quantity() + " x " + line.name() + each(line), line.price());
    }
    for (Discount discount : discounts) {
      working = working.and(discount.label(), discount.amount().negated());
    }
    return taxed(working)
        .and(paidFor())
        .and(shared ? "To pay for this subscription" : "To pay", toPay());
  }

  private Working taxed(Working working) {
    Money discounted = sum(lines.stream().map(Line::discounted).toList());
    if (discounted.isEqual(amount().plus(tax()))) {
      return tax().isZero() ? working : working.and("The prices hold tax of " + tax());
    }
    Working adjusted =
        discounted.isEqual(amount())
            ? working
            : working.and("Set off by the shop's prices", amount().minus(discounted));
    return adjusted.and("Tax", tax());
  }

  private Working paidFor() {
    Working working = Working.nothing();
    if (!shipping.isZero()) {
      working = working.and(shared ? "Its share of shipping" : "Shipping", shipping);
    }
    if (!shippingTax.isZero()) {
      working = working.and(shared ? "Its share of the tax on it" : "Tax on it", shippingTax);
    }
    return credit.isZero() ? working : working.and("Paid by credit", credit.negated());
  }

  private String each(Line line) {
    return line.quantity() > 1 ? ", " + line.unitPrice() + " each" : "";
  }

  private Money amount() {
    return sum(lines.stream().map(Line::amount).toList());
  }

  private Money tax() {
    return sum(lines.stream().map(Line::tax).toList());
  }

  private Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.zero(shipping.getCurrencyUnit()), Money::plus);
  }
}
