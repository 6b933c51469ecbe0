package org.evergreen.site.selfservice;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.settings.SaveOffer;
import org.evergreen.settings.Settings;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Discounts;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionEvent;
import org.evergreen.subscription.SubscriptionHistory;
import org.evergreen.terms.RecurringDiscount;
import org.evergreen.terms.TermsInWords;
import org.evergreen.time.ShopTime;
import org.springframework.transaction.support.TransactionOperations;

/** The discount for a shopper who does not cancel after all; a subscription gets it once. */
class SaveDiscounts {
  private static final String SOURCE = "save-offer";

  private final Settings settings;
  private final Discounts discounts;
  private final SubscriptionHistory history;
  private final TransactionOperations transactions;
  private final ShopTime time;

  SaveDiscounts(
      Settings settings,
      Discounts discounts,
      SubscriptionHistory history,
      TransactionOperations transactions,
      ShopTime time) {
    this.settings = settings;
    this.discounts = discounts;
    this.history = history;
    this.transactions = transactions;
    this.time = time;
  }

  /** What a subscription is offered; empty when it had it or the merchant offers none. */
  Optional<SaveOffer.Discount> offer(Subscription subscription) {
    boolean willPay = subscription.status().renews() && subscription.nextPaymentAt().isPresent();
    return settings.current().saveOffer() instanceof SaveOffer.Discount discount
            && willPay
            && !discounts.wasGiven(subscription.id(), SOURCE)
        ? Optional.of(discount)
        : Optional.empty();
  }

  /** For example "20% off your next 2 payments". */
  static String inWords(SaveOffer.Discount discount) {
    int payments = discount.payments();
    return discount.percent()
        + " off your next "
        + (payments == 1 ? "payment" : TermsInWords.counted(payments, "payment"));
  }

  /** Gives it, once. */
  void give(Subscription subscription, SaveOffer.Discount discount) {
    RecurringDiscount given =
        new RecurringDiscount(
            "Thank you for staying",
            new RecurringDiscount.Reduction.Percent(discount.percent()),
            OptionalInt.of(discount.payments()));
    transactions.executeWithoutResult(
        status -> {
          if (discounts.add(subscription.id(), given, SOURCE)) {
            history.append(List.of(event(subscription, discount)));
          }
        });
  }

  private SubscriptionEvent event(Subscription subscription, SaveOffer.Discount discount) {
    return new SubscriptionEvent(
        subscription.id(),
        time.now(),
        Actor.shopper(),
        SubscriptionEvent.What.DISCOUNT_ADDED,
        Optional.of(subscription.status()),
        subscription.status(),
        inWords(discount));
  }
}
