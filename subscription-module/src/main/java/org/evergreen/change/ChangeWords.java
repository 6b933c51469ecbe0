package org.evergreen.change;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evergreen.change.proration.Proration.Timing;
import org.evergreen.money.MoneyInWords;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionLine;
import org.evergreen.terms.TermsInWords;
import org.joda.money.Money;

/** Changes in plain words, in English. */
final class ChangeWords {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private ChangeWords() {}

  /** What changes, for the history. */
  static String summary(Wanted wanted) {
    if (wanted.adds()) {
      return quantified(wanted.newItem()) + " added, " + plan(wanted.newItem());
    }
    SubscriptionLine line = wanted.changedLine();
    if (wanted.removes()) {
      return line.name() + " taken out";
    }
    Item item = wanted.newItem();
    if (!wanted.switches()) {
      return line.name() + ": " + item.quantity() + " instead of " + line.quantity();
    }
    return line.sku().equals(item.sku())
        ? line.name() + ": " + plan(item) + " instead of " + line.planName()
        : item.name() + " instead of " + line.name() + ", " + plan(item);
  }

  private static String quantified(Item item) {
    return item.quantity() == 1 ? item.name() : item.quantity() + " x " + item.name();
  }

  private static String plan(Item item) {
    return item.offer().planName();
  }

  /** What the shopper is to know beside the amounts. */
  static List<String> notes(Subscription subscription, PlannedChange plan, LocalDate end) {
    List<String> notes = new ArrayList<>();
    if (plan.isScheduled()) {
      notes.add(
          "The change waits for the next payment on "
              + DAY.format(end)
              + "; until then nothing changes, and it can be taken back.");
    }
    if (plan.dates().own()) {
      notes.add(
          plan.item().name()
              + " moves to a subscription of its own, because it is not paid on the same dates as"
              + " the rest any more.");
    }
    if (plan.dates().timing() == Timing.CYCLE_STARTS_NOW) {
      notes.add("A new term starts now; the next payment is on " + DAY.format(end) + ".");
    } else if (plan.dates().timing() == Timing.DATE_MOVED) {
      notes.add("The next payment moves to " + DAY.format(end) + ".");
    }
    if (!plan.items().isEmpty() && !plan.dates().interval().equals(subscription.interval())) {
      notes.add(
          "It is paid " + TermsInWords.everyInWords(plan.dates().interval()) + " from then on.");
    }
    addAmounts(notes, plan.amounts());
    return notes;
  }

  private static void addAmounts(List<String> notes, ChangeAmounts amounts) {
    if (amounts.credited().isPositive()) {
      notes.add(in(amounts.credited()) + " is credited and pays for the next payments.");
    }
    if (amounts.refunded().isPositive()) {
      notes.add(in(amounts.refunded()) + " is paid back to the card.");
    }
    if (amounts.fromCredit().isPositive()) {
      notes.add(in(amounts.fromCredit()) + " of the credit pays for it.");
    }
  }

  static String in(Money amount) {
    return MoneyInWords.write(amount, Locale.US);
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }
}
