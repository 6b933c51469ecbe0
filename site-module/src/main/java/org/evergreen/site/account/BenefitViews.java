package org.evergreen.site.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.evergreen.change.ChangeState;
import org.evergreen.change.ChangeView;
import org.evergreen.change.Changes;
import org.evergreen.site.account.Benefits.Made;
import org.evergreen.site.account.Benefits.Movement;
import org.evergreen.site.account.Benefits.Planned;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.CreditEntry;
import org.evergreen.subscription.Credits;
import org.evergreen.subscription.Discounts;
import org.evergreen.subscription.EnteredCredit;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.terms.RecurringDiscount;
import org.evergreen.terms.RecurringDiscount.Reduction;
import org.joda.money.Money;

/** Writes credit, discounts and changes for a subscription's page. */
class BenefitViews {
  private final Credits credits;
  private final Discounts discounts;
  private final Changes changes;
  private final SiteWords words;

  BenefitViews(Credits credits, Discounts discounts, Changes changes, SiteWords words) {
    this.credits = credits;
    this.discounts = discounts;
    this.changes = changes;
    this.words = words;
  }

  Benefits of(Subscription subscription) {
    List<EnteredCredit> entries = credits.entries(subscription.id());
    List<ChangeView> all = changes.of(subscription.id());
    return new Benefits(
        entries.isEmpty() ? "" : words.money(subscription.credit()),
        entries.stream().map(entry -> movement(entry, all)).toList(),
        discounts(subscription.id()),
        in(ChangeState.SCHEDULED, all).stream().map(this::planned).toList(),
        in(ChangeState.OPEN, all).stream()
            .map(change -> words.withDates(change.summary()))
            .findFirst()
            .orElse(""),
        in(ChangeState.APPLIED, all).stream().map(this::made).toList());
  }

  private static List<ChangeView> in(ChangeState state, List<ChangeView> changes) {
    return changes.stream().filter(change -> change.state() == state).toList();
  }

  private Movement movement(EnteredCredit entered, List<ChangeView> changes) {
    CreditEntry entry = entered.entry();
    Set<String> known = changes.stream().map(change -> subject(change)).collect(Collectors.toSet());
    boolean explained = known.contains(entry.reference()) || isRenewal(entry);
    return new Movement(
        words.date(entered.at()),
        what(entry),
        words.money(entry.amount()),
        explained ? entry.reference() : "");
  }

  private static boolean isRenewal(CreditEntry entry) {
    return entry.reference().matches("renewal-[0-9]{1,18}");
  }

  private static String what(CreditEntry entry) {
    return switch (entry.reason()) {
      case CHANGE -> entry.amount().isPositive() ? "Left over by a change" : "Used for a change";
      case RENEWAL -> "Used for a payment";
      case RENEWAL_VOIDED -> "Back from a payment that was not made";
      case MERCHANT -> entry.amount().isPositive() ? "Given by the shop" : "Taken back by the shop";
      case RESUBSCRIBED ->
          entry.amount().isPositive()
              ? "Brought along from your former subscription"
              : "Taken along to your new subscription";
    };
  }

  private List<String> discounts(SubscriptionId subscription) {
    return discounts.running(subscription).stream()
        .map(Discounts.Running::discount)
        .map(discount -> inWords(discount) + " (" + discount.label() + ")")
        .toList();
  }

  private String inWords(RecurringDiscount discount) {
    Reduction reduction = discount.reduction();
    String off =
        reduction instanceof Reduction.Amount fixed
            ? words.money(fixed.amount())
            : ((Reduction.Percent) reduction).percent().toString();
    if (discount.payments().isEmpty()) {
      return off + " off every payment";
    }
    int left = discount.payments().getAsInt();
    return off + " off the next " + (left == 1 ? "payment" : words.counted(left, "payment"));
  }

  private Planned planned(ChangeView change) {
    String date = change.applyAt().map(words::date).orElse("the next payment");
    return new Planned(change.id().toString(), words.withDates(change.summary()), date);
  }

  private Made made(ChangeView change) {
    return new Made(
        words.date(change.settledAt().orElse(change.askedAt())),
        words.withDates(change.summary()),
        amount(change),
        subject(change));
  }

  private String amount(ChangeView change) {
    List<String> parts = new ArrayList<>();
    add(parts, change.amounts().toPay(), "paid");
    add(parts, change.amounts().credited(), "credited");
    add(parts, change.amounts().refunded(), "refunded");
    return String.join(", ", parts);
  }

  private void add(List<String> parts, Money amount, String verb) {
    if (amount.isPositive()) {
      parts.add(words.money(amount) + " " + verb);
    }
  }

  private static String subject(ChangeView change) {
    return "change-" + change.id();
  }
}
