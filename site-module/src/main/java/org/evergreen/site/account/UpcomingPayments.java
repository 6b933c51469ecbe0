package org.evergreen.site.account;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.evergreen.site.account.SubscriptionDetail.Payment;
import org.evergreen.site.account.SubscriptionDetail.Upcoming;
import org.evergreen.site.price.RenewalPrice;
import org.evergreen.site.price.RenewalPrices;
import org.evergreen.site.words.SiteWords;
import org.evergreen.site.words.SubscriptionInWords;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStatus;

/** The next payments of a subscription with their amounts. */
class UpcomingPayments {
  private static final int SHOWN = 5;

  private final SubscriptionQueries queries;
  private final RenewalPrices prices;
  private final SubscriptionInWords inWords;
  private final SiteWords words;

  UpcomingPayments(
      SubscriptionQueries queries,
      RenewalPrices prices,
      SubscriptionInWords inWords,
      SiteWords words) {
    this.queries = queries;
    this.prices = prices;
    this.inWords = inWords;
    this.words = words;
  }

  Upcoming of(Subscription subscription) {
    List<Instant> dates = queries.upcoming(subscription, SHOWN);
    if (dates.isEmpty() || subscription.status() == SubscriptionStatus.PAST_DUE) {
      return new Upcoming(List.of(), whyNone(subscription));
    }
    Map<SubscriptionId, RenewalPrice> price = prices.of(List.of(subscription));
    return upcoming(dates, price.get(subscription.id()));
  }

  private Upcoming upcoming(List<Instant> dates, RenewalPrice price) {
    String amount = words.money(price.total());
    List<Payment> payments =
        dates.stream()
            .map(date -> new Payment(words.isoDate(date), words.date(date), amount))
            .toList();
    String note = "Amounts are " + price.note() + " at today's rates.";
    String together = " Subscriptions that are due on the same day are paid together.";
    return new Upcoming(payments, note + together);
  }

  private String whyNone(Subscription subscription) {
    return switch (subscription.status()) {
      case PENDING_CANCEL, CANCELLED, EXPIRED -> "No more payments.";
      case PAST_DUE -> "Payments go on when the overdue one is made.";
      case PAUSED -> "No payments until it is resumed.";
      case PENDING -> "Payments start when the first order is paid.";
      case TRIALING, ACTIVE ->
          "All payments are made. It runs until " + inWords.end(subscription) + " and then ends.";
    };
  }
}
