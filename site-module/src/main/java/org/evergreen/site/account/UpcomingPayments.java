package org.evergreen.site.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evergreen.change.ChangeState;
import org.evergreen.change.Changes;
import org.evergreen.site.account.SubscriptionDetail.Payment;
import org.evergreen.site.account.SubscriptionDetail.Upcoming;
import org.evergreen.site.price.RenewalPrice;
import org.evergreen.site.price.RenewalPrices;
import org.evergreen.site.words.SiteWords;
import org.evergreen.site.words.SubscriptionInWords;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStatus;
import org.joda.money.Money;

/** The next payments of a subscription with their amounts. */
class UpcomingPayments {
  private static final int SHOWN = 5;

  private final SubscriptionQueries queries;
  private final RenewalPrices prices;
  private final Changes changes;
  private final SubscriptionInWords inWords;
  private final SiteWords words;

  UpcomingPayments(
      SubscriptionQueries queries,
      RenewalPrices prices,
      Changes changes,
      SubscriptionInWords inWords,
      SiteWords words) {
    this.queries = queries;
    this.prices = prices;
    this.changes = changes;
    this.inWords = inWords;
    this.words = words;
  }

  Upcoming of(Subscription subscription) {
    List<Instant> dates = queries.upcoming(subscription, SHOWN);
    if (dates.isEmpty() || subscription.status() == SubscriptionStatus.PAST_DUE) {
      return new Upcoming(List.of(), whyNone(subscription));
    }
    return upcoming(subscription, dates);
  }

  private Upcoming upcoming(Subscription subscription, List<Instant> dates) {
    List<RenewalPrice> prices = this.prices.payments(subscription, dates.size());
    Money credit = subscription.credit();
    List<Payment> payments = new ArrayList<>();
    for (int i = 0; i < dates.size(); i++) {
      Money total = prices.get(i).total();
      Money used = credit.isLessThan(total) ? credit : total;
      credit = credit.minus(used);
      payments.add(payment(dates.get(i), total.minus(used), used));
    }
    String note = "Amounts are " + prices.get(0).note() + " at today's rates.";
    String together = " Subscriptions that are due on the same day are paid together.";
    return new Upcoming(payments, note + together + planned(subscription));
  }

  /** A planned change is priced by the host when it is made, not before. */
  private String planned(Subscription subscription) {
    boolean waits =
        changes.of(subscription.id()).stream()
            .anyMatch(change -> change.state() == ChangeState.SCHEDULED);
    return waits ? " They are before the change that is planned." : "";
  }

  private Payment payment(Instant date, Money amount, Money byCredit) {
    String note = byCredit.isZero() ? "" : words.money(byCredit) + " paid by your credit";
    return new Payment(words.isoDate(date), words.date(date), words.money(amount), note);
  }

  private String whyNone(Subscription subscription) {
    return switch (subscription.status()) {
      case PENDING_CANCEL, CANCELLED, EXPIRED -> "No more payments.";
      case PAST_DUE -> "Payments go on when the overdue one is made.";
      case PAUSED ->
          subscription
              .pausedUntil()
              .map(until -> "No payments until it resumes on " + words.date(until) + ".")
              .orElse("No payments until it is resumed.");
      case PENDING -> "Payments start when the first order is paid.";
      case TRIALING, ACTIVE ->
          "All payments are made. It runs until " + inWords.end(subscription) + " and then ends.";
    };
  }
}
