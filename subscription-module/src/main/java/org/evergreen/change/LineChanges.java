package org.evergreen.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.change.proration.NewPrice;
import org.evergreen.change.proration.PaidTerm;
import org.evergreen.change.proration.PaymentsToCome;
import org.evergreen.change.proration.Proration;
import org.evergreen.change.proration.Proration.Timing;
import org.evergreen.change.proration.SignUpFees;
import org.evergreen.change.proration.TermChange;
import org.evergreen.money.Working;
import org.evergreen.storefront.QuoteLine;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.DiscountMath;
import org.evergreen.subscription.Discounts;
import org.evergreen.subscription.LinePayment;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionLine;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.RecurringDiscount;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;

/** Works out changes of the lines of a running subscription. */
final class LineChanges {

  private final LookUps lookUps;
  private final PaidTerms terms;
  private final Discounts discounts;
  private final HostPrices host;
  private final Payable payable;
  private final MoneyBack moneyBack;
  private final ShopTime time;

  LineChanges(
      LookUps lookUps,
      PaidTerms terms,
      Discounts discounts,
      HostPrices host,
      Payable payable,
      MoneyBack moneyBack,
      ShopTime time) {
    this.lookUps = lookUps;
    this.terms = terms;
    this.discounts = discounts;
    this.host = host;
    this.payable = payable;
    this.moneyBack = moneyBack;
    this.time = time;
  }

  Worked work(Subscription subscription, ChangeRequest request, Actor actor, Instant at) {
    Wanted wanted = lookUps.of(subscription, request, actor);
    TermChange change = termChange(subscription, wanted, at);
    Proration result = ChosenPolicy.of(subscription, wanted, change, actor).settle(change);
    if (result.isScheduled() && subscription.nextPaymentAt().isEmpty()) {
      throw NotPossible.because("No payment follows that the change could wait for.");
    }
    Money fee = fee(subscription, wanted, result);
    Money due = result.dueNow().plus(fee);
    Optional<HostOrder> order = order(subscription, wanted, result, due);
    Money refund = refund(subscription, wanted, result.refund());
    Money credit = credit(subscription, wanted, result.credit());
    ChangeAmounts amounts = payable.amounts(subscription, due, order, credit, refund);
    PlannedChange plan =
        new PlannedChange(
            kind(wanted, change),
            step(wanted),
            ChangeWords.summary(wanted),
            wanted.item().stream().toList(),
            dates(subscription, wanted, result, at),
            new LinePayment(result.after().paid(), result.after().cycleDays()),
            amounts,
            order);
    return new Worked(
        plan,
        working(result, fee, credit, refund).and(Payable.working(amounts, order)),
        recurring(subscription, wanted, plan),
        nextPayment(subscription, plan),
        ChangeWords.notes(subscription, plan, time.dateOf(plan.dates().end())));
  }

  private static Working working(Proration result, Money fee, Money credit, Money refund) {
    Working working = result.working();
    if (fee.isPositive()) {
      working = working.and("Sign-up fee", fee);
    }
    if (credit.isGreaterThan(result.credit())) {
      working = working.and("Credited with its tax", credit);
    }
    return refund.isGreaterThan(result.refund()) ? working.and("With its tax", refund) : working;
  }

  private TermChange termChange(Subscription subscription, Wanted wanted, Instant at) {
    PaidTerm term =
        wanted.adds()
            ? terms.unpaid(subscription, at)
            : terms.of(subscription, wanted.changedLine(), at);
    BillingInterval interval =
        wanted.item().map(item -> item.offer().interval()).orElse(subscription.interval());
    NewPrice next = new NewPrice(discounted(subscription, wanted), interval);
    return new TermChange(term, subscription.interval(), next, at);
  }

  /** What the line costs after the discounts that run. */
  private Money discounted(Subscription subscription, Wanted wanted) {
    if (wanted.removes()) {
      return Money.zero(subscription.currency());
    }
    List<Money> amounts = new ArrayList<>();
    int changed = 0;
    for (SubscriptionLine line : subscription.lines()) {
      boolean changes = wanted.line().filter(one -> one.id() == line.id()).isPresent();
      changed = changes ? amounts.size() : changed;
      amounts.add(changes ? wanted.newItem().price() : line.amount());
    }
    if (wanted.adds()) {
      changed = amounts.size();
      amounts.add(wanted.newItem().price());
    }
    List<RecurringDiscount> running =
        discounts.running(subscription.id()).stream().map(Discounts.Running::discount).toList();
    return amounts.get(changed).minus(DiscountMath.split(amounts, running).get(changed));
  }

  /** What of the new plan's sign-up fee is due; a change that costs nothing now brings none. */
  private static Money fee(Subscription subscription, Wanted wanted, Proration result) {
    Money none = Money.zero(subscription.currency());
    boolean goesOnUnpaid =
        subscription.lastPaymentAt().isEmpty() && result.timing() == Timing.DATE_KEPT;
    if (wanted.removes() || result.isScheduled() || (goesOnUnpaid && !wanted.adds())) {
      return none;
    }
    if (wanted.adds()) {
      return wanted.newItem().signUpFee();
    }
    if (!wanted.switches()) {
      return none;
    }
    Money before = LookUps.current(subscription, wanted.changedLine()).signUpFee();
    return SignUpFees.due(wanted.policies().signUpFee(), before, wanted.newItem().signUpFee());
  }

  private Optional<HostOrder> order(
      Subscription subscription, Wanted wanted, Proration result, Money due) {
    if (due.isZero()) {
      return Optional.empty();
    }
    Item item = wanted.newItem();
    boolean deliversNow = wanted.adds() || result.timing() == Timing.CYCLE_STARTS_NOW;
    boolean shippedBefore = !wanted.adds() && wanted.changedLine().shippingOnce();
    boolean ships = item.kind().ships() && deliversNow && !shippedBefore;
    Money zero = Money.zero(subscription.currency());
    return Optional.of(
        host.price(
            subscription, List.of(new QuoteLine("change", item.sku(), 1, due, zero, ships))));
  }

  private Money refund(Subscription subscription, Wanted wanted, Money difference) {
    Money refund = withTax(subscription, wanted, difference);
    moneyBack.requirePossible(subscription.id(), refund);
    return refund;
  }

  /** Of what the host prices no more the tax is not known; it is given up all the same. */
  private Money credit(Subscription subscription, Wanted wanted, Money difference) {
    try {
      return withTax(subscription, wanted, difference);
    } catch (NotPossible notPriced) {
      return difference;
    }
  }

  /** With the tax that was paid on it, as the host works it out now: credit pays taxes too. */
  private Money withTax(Subscription subscription, Wanted wanted, Money difference) {
    if (difference.isZero()) {
      return difference;
    }
    Money zero = Money.zero(subscription.currency());
    QuoteLine line =
        new QuoteLine("change", wanted.changedLine().sku(), 1, difference, zero, false);
    return host.price(subscription, List.of(line)).priced().total();
  }

  private static ChangeKind kind(Wanted wanted, TermChange change) {
    if (wanted.adds()) {
      return ChangeKind.ITEM_ADDED;
    }
    return wanted.removes()
        ? ChangeKind.ITEM_REMOVED
        : ChangeKind.valueOf(change.direction().name());
  }

  private static PlannedChange.Step step(Wanted wanted) {
    if (wanted.adds()) {
      return PlannedChange.Step.ADD;
    }
    return wanted.removes() ? PlannedChange.Step.REMOVE : PlannedChange.Step.REPLACE;
  }

  private static PlannedChange.Dates dates(
      Subscription subscription, Wanted wanted, Proration result, Instant at) {
    boolean replaces = !wanted.adds() && !wanted.removes();
    BillingInterval interval =
        replaces ? wanted.newItem().offer().interval() : subscription.interval();
    OptionalInt length =
        wanted.switches() ? wanted.newItem().offer().length() : OptionalInt.empty();
    boolean counts =
        wanted.switches() && (length.isPresent() || subscription.paymentsLeft().isPresent());
    boolean paysCycle = result.timing() == Timing.CYCLE_STARTS_NOW;
    OptionalInt left =
        counts
            ? PaymentsToCome.after(
                wanted.policies().length(), length, subscription.paymentsMade(), paysCycle)
            : subscription.paymentsLeft();
    boolean otherDates =
        paysCycle
            || result.timing() == Timing.DATE_MOVED
            || !interval.equals(subscription.interval())
            || !left.equals(subscription.paymentsLeft());
    boolean own = replaces && otherDates && subscription.lines().size() > 1;
    return new PlannedChange.Dates(
        result.timing(), own, interval, at, result.after().end(), counts, left);
  }

  private static Money recurring(Subscription subscription, Wanted wanted, PlannedChange plan) {
    Money now = subscription.recurringAmount();
    Money before = wanted.line().map(SubscriptionLine::amount).orElse(now.minus(now));
    Money after = wanted.item().map(Item::price).orElse(now.minus(now));
    return plan.dates().own() ? after : now.minus(before).plus(after);
  }

  private static Optional<Instant> nextPayment(Subscription subscription, PlannedChange plan) {
    boolean last =
        plan.dates().paymentsLeft().isPresent() && plan.dates().paymentsLeft().getAsInt() == 0;
    if (plan.isScheduled()) {
      return subscription.nextPaymentAt();
    }
    return last ? Optional.empty() : Optional.of(plan.dates().end());
  }
}
