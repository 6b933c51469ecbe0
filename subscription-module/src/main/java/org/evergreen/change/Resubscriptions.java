package org.evergreen.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.calendar.Part;
import org.evergreen.change.proration.Proration.Timing;
import org.evergreen.checkout.CartLine;
import org.evergreen.checkout.PurchaseLimits;
import org.evergreen.money.Working;
import org.evergreen.storefront.QuoteLine;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.Beginning;
import org.evergreen.subscription.LinePayment;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;

/** Works out what it costs to subscribe again. */
final class Resubscriptions {

  private final SubscriptionQueries subscriptions;
  private final Offerings offerings;
  private final PurchaseLimits limits;
  private final HostPrices host;
  private final Payable payable;
  private final ShopTime time;

  Resubscriptions(
      SubscriptionQueries subscriptions,
      Offerings offerings,
      PurchaseLimits limits,
      HostPrices host,
      Payable payable,
      ShopTime time) {
    this.subscriptions = subscriptions;
    this.offerings = offerings;
    this.limits = limits;
    this.host = host;
    this.payable = payable;
    this.time = time;
  }

  Worked work(Subscription old, Instant at) {
    requireNotDone(old);
    Optional<Instant> oldEnd = Resubscribing.oldEnd(old, at);
    List<Item> items = Resubscribing.items(old);
    requireSold(old, items, oldEnd);
    Beginning beginning = Resubscribing.beginning(items.get(0).offer(), at, oldEnd, time.zone());
    Money price = items.stream().map(Item::price).reduce(Money.zero(old.currency()), Money::plus);
    List<QuoteLine> lines = lines(items, beginning.paid());
    Money due = lines.stream().map(QuoteLine::price).reduce(price.minus(price), Money::plus);
    Optional<HostOrder> order =
        due.isZero() ? Optional.empty() : Optional.of(host.price(old, lines));
    Money none = Money.zero(old.currency());
    ChangeAmounts amounts = payable.amounts(old, due, order, none, none);
    PlannedChange plan = plan(items, beginning, at, oldEnd, amounts, order);
    return new Worked(
        plan,
        working(items, beginning, due).and(Payable.working(amounts, order)),
        price,
        beginning.nextPaymentAt(),
        notes(oldEnd, beginning));
  }

  private static PlannedChange plan(
      List<Item> items,
      Beginning beginning,
      Instant at,
      Optional<Instant> oldEnd,
      ChangeAmounts amounts,
      Optional<HostOrder> order) {
    PlannedChange.Dates dates =
        new PlannedChange.Dates(
            oldEnd.isPresent() ? Timing.DATE_KEPT : Timing.CYCLE_STARTS_NOW,
            false,
            items.get(0).offer().interval(),
            at,
            beginning.paidUntil(),
            true,
            beginning.paymentsLeft());
    return new PlannedChange(
        ChangeKind.RESUBSCRIBED,
        PlannedChange.Step.START_AGAIN,
        "Subscribed again",
        items,
        dates,
        new LinePayment(amounts.dueNow(), 1),
        amounts,
        order);
  }

  /** Going on from a term that still runs is no second subscription. */
  private void requireSold(Subscription old, List<Item> items, Optional<Instant> oldEnd) {
    List<CartLine> lines = new ArrayList<>();
    for (Item item : items) {
      Sku sku = offerings.sold(item.sku(), item.name());
      lines.add(
          new CartLine(
              Integer.toString(lines.size()), sku, item.quantity(), Optional.of(item.offer())));
    }
    if (oldEnd.isEmpty()) {
      limits.check(Optional.of(old.customer()), lines).values().stream()
          .findFirst()
          .ifPresent(
              sentence -> {
                throw NotPossible.because(sentence);
              });
    }
  }

  private void requireNotDone(Subscription old) {
    if (subscriptions.isContinued(old.id())) {
      throw NotPossible.because("This subscription was started again already.");
    }
  }

  private static List<QuoteLine> lines(List<Item> items, Part part) {
    List<QuoteLine> lines = new ArrayList<>();
    for (Item item : items) {
      String key = "item-" + (lines.size() + 1);
      if (part.isWhole()) {
        lines.add(new QuoteLine(key, item.sku(), item.quantity(), item.offer().unitPrice()));
      } else if (!part.isNone()) {
        lines.add(new QuoteLine(key, item.sku(), 1, part.of(item.price())));
      }
    }
    return lines;
  }

  private Working working(List<Item> items, Beginning beginning, Money due) {
    Working working = Working.nothing();
    for (Item item : items) {
      working =
          working.and(
              item.quantity() + " x " + item.name() + ", " + item.offer().planName(), item.price());
    }
    Part part = beginning.paid();
    if (part.isWhole()) {
      return working.and("First payment, due now", due);
    }
    return part.isNone()
        ? working.and("Nothing to pay before " + day(beginning.paidUntil()))
        : working.and(
            part.days() + " of " + part.ofDays() + " days to " + day(beginning.paidUntil()), due);
  }

  private List<String> notes(Optional<Instant> oldEnd, Beginning beginning) {
    List<String> notes = new ArrayList<>();
    notes.add("A new subscription starts under the same terms, without a trial or sign-up fee.");
    oldEnd.ifPresent(
        end ->
            notes.add("What is paid for lasts until " + day(end) + "; the first payment is then."));
    if (oldEnd.isEmpty()) {
      beginning
          .nextPaymentAt()
          .ifPresent(next -> notes.add("The next payment is on " + day(next) + "."));
    }
    return notes;
  }

  private String day(Instant instant) {
    return ChangeWords.day(time.dateOf(instant));
  }
}
