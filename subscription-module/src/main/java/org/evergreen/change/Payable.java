package org.evergreen.change;

import java.util.Optional;
import org.evergreen.money.Working;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.storefront.Quote;
import org.evergreen.subscription.Subscription;
import org.joda.money.Money;

/** What of an amount that is due the credit pays, and how the whole is explained. */
final class Payable {

  private final PaymentMethods methods;

  Payable(PaymentMethods methods) {
    this.methods = methods;
  }

  /** What pays a subscription; empty when it is paid by hand or its method was removed. */
  Optional<PaymentMethod> method(Subscription subscription) {
    return subscription.method().flatMap(id -> methods.find(subscription.customer(), id));
  }

  ChangeAmounts amounts(
      Subscription subscription,
      Money dueNow,
      Optional<HostOrder> order,
      Money credited,
      Money refunded) {
    Money zero = Money.zero(subscription.currency());
    Money total = order.map(priced -> priced.priced().total()).orElse(zero);
    Money credit = subscription.credit();
    ChangeAmounts amounts =
        new ChangeAmounts(
            dueNow,
            order.map(HostOrder::tax).orElse(zero),
            order.map(priced -> priced.priced().shipping()).orElse(zero),
            total,
            credit.isGreaterThan(total) ? total : credit,
            credited,
            refunded);
    if (amounts.toPay().isPositive() && method(subscription).isEmpty()) {
      throw NotPossible.because(
          amounts.toPay()
              + " would be due now, and the subscription has no payment method; choose one first.");
    }
    return amounts;
  }

  /** From what is due to what is charged. */
  static Working working(ChangeAmounts amounts, Optional<HostOrder> order) {
    Working working = Working.nothing();
    if (order.isEmpty()) {
      return working;
    }
    if (amounts.shipping().isPositive()) {
      working = working.and("Shipping", amounts.shipping());
    }
    if (amounts.tax().isPositive()) {
      working =
          working.and(taxIsContained(amounts, order.get()) ? "Of it tax" : "Tax", amounts.tax());
    }
    working = working.and("Total", amounts.total());
    return amounts.fromCredit().isPositive()
        ? working
            .and("Paid by your credit", amounts.fromCredit().negated())
            .and("To pay", amounts.toPay())
        : working;
  }

  private static boolean taxIsContained(ChangeAmounts amounts, HostOrder order) {
    Money before =
        order.priced().lines().stream()
            .map(Quote.PricedLine::amount)
            .reduce(Money.zero(amounts.total().getCurrencyUnit()), Money::plus);
    return before.isLessThan(amounts.dueNow());
  }
}
