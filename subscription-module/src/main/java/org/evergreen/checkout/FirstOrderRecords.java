package org.evergreen.checkout;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.evergreen.money.Working;
import org.evergreen.subscription.Discounts;
import org.evergreen.subscription.LinePayment;
import org.evergreen.subscription.LineTerms;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.Workings;
import org.evergreen.terms.RecurringDiscount;
import org.evergreen.time.ShopTime;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/**
 * Keeps what the first order did for its subscriptions: how its amount came about, what it paid for
 * each line's first term, and the discounts it brought. Each may be kept again.
 */
class FirstOrderRecords {

  /** What explains the amount of the first order. */
  static final String SUBJECT = "start";

  private final Workings workings;
  private final LineTerms terms;
  private final Discounts discounts;
  private final ShopTime time;

  FirstOrderRecords(Workings workings, LineTerms terms, Discounts discounts, ShopTime time) {
    this.workings = workings;
    this.terms = terms;
    this.discounts = discounts;
    this.time = time;
  }

  void keep(PaidOrder order, SubscriptionId subscription, LineGroup<PaidLine> group) {
    LocalDate day = time.dateOf(order.pricedAt());
    workings.keep(subscription, SUBJECT, working(group.lines(), day));
    terms.keepFirst(
        subscription, group.lines().stream().map(line -> payment(line, group, day)).toList());
    boolean paidToday = !group.beginning().paid().isNone();
    for (AgreedDiscount agreed : order.discounts()) {
      for (RecurringDiscount left : DiscountsToday.left(List.of(agreed.discount()), paidToday)) {
        discounts.add(subscription, left, agreed.source());
      }
    }
  }

  private static Working working(List<PaidLine> lines, LocalDate day) {
    Working working = Working.nothing();
    Money total = Money.zero(lines.get(0).offer().orElseThrow().unitPrice().getCurrencyUnit());
    for (PaidLine line : lines) {
      DueToday due = FirstPayments.of(line.offer().orElseThrow(), day);
      working = working.and(due.working(line.name(), line.quantity()));
      total = total.plus(due.amount().multipliedBy(line.quantity()));
      if (line.discount().isPresent()) {
        Money off = line.discount().get();
        working = working.and(line.name() + ": taken off by discounts", off.negated());
        total = total.minus(off);
      }
    }
    return working.and("Together; shipping, and taxes that come on top, are on the order", total);
  }

  private LinePayment payment(PaidLine line, LineGroup<PaidLine> group, LocalDate day) {
    DueToday due = FirstPayments.of(line.offer().orElseThrow(), day);
    return new LinePayment(recurringPart(line, due), cycleDays(due, group));
  }

  /** A discount of the order lowers the recurring price and the sign-up fee alike. */
  private static BigMoney recurringPart(PaidLine line, DueToday due) {
    BigMoney recurring = due.recurring().multipliedBy(line.quantity()).toBigMoney();
    if (line.discount().isEmpty() || recurring.isZero()) {
      return recurring;
    }
    Money all = due.amount().multipliedBy(line.quantity());
    BigDecimal part = recurring.getAmount().divide(all.getAmount(), MathContext.DECIMAL128);
    BigDecimal off = line.discount().get().getAmount().multiply(part);
    return recurring.minus(off.min(recurring.getAmount()));
  }

  /** How many days a full payment lasts: those of the first term unless it paid for a part only. */
  private int cycleDays(DueToday due, LineGroup<PaidLine> group) {
    if (due.why() == DueToday.Why.PRORATED) {
      return due.part().ofDays();
    }
    LocalDate start = time.dateOf(group.beginning().lastPaymentAt().orElseGet(time::now));
    LocalDate end =
        due.paysRecurringPart()
            ? time.dateOf(group.beginning().paidUntil())
            : start.plus(group.key().interval().times(1));
    return Math.max(1, Math.toIntExact(ChronoUnit.DAYS.between(start, end)));
  }
}
