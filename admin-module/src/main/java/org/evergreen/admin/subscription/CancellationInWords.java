package org.evergreen.admin.subscription;

import org.evergreen.admin.AdminWords;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.time.ShopTime;

/** Tells the merchant what cancelling does before he does it. */
class CancellationInWords {

  private final AdminWords words;
  private final ShopTime time;

  CancellationInWords(AdminWords words, ShopTime time) {
    this.words = words;
    this.time = time;
  }

  /** What would come of cancelling the subscription now. */
  String write(Subscription subscription) {
    if (subscription.status() == SubscriptionStatus.PAST_DUE) {
      return "A renewal is owed, so it ends at once; what is owed is not charged any more.";
    }
    return subscription
        .nextPaymentAt()
        .or(subscription::endsAt)
        .filter(end -> end.isAfter(time.now()))
        .map(end -> "It is not renewed any more and ends on " + words.date(end) + ".")
        .orElse("It ends at once: nothing is left of what is paid.");
  }
}
