package org.evergreen.subscription;

import java.util.List;
import org.evergreen.subscription.SubscriptionChanges.Change;
import org.evergreen.subscription.SubscriptionEvent.What;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;

/** Credit that a merchant gives, for example to make up for a late parcel. */
public class MerchantCredits {

  private final SubscriptionChanges changes;
  private final Credits credits;
  private final ShopTime time;

  MerchantCredits(SubscriptionChanges changes, Credits credits, ShopTime time) {
    this.changes = changes;
    this.credits = credits;
    this.time = time;
  }

  /**
   * Reduces the next payments of a subscription by an amount. Repeatable: under one reference it is
   * given once.
   *
   * @param amount above zero, in the subscription's currency
   * @param note why, for the history; may be empty
   * @param reference names it for ever, at most 80 characters
   * @throws UnknownSubscriptionException if there is no such subscription
   * @throws ActionRefusedException if it is over
   * @throws IllegalArgumentException if the amount is not above zero or in another currency
   */
  public void give(SubscriptionId id, Actor actor, Money amount, String note, String reference) {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("A credit is above zero, not " + amount);
    }
    changes.change(
        Seen.any(id),
        subscription -> isGiven(id, reference),
        subscription -> {
          if (subscription.status().isOver()) {
            throw new ActionRefusedException(
                "The subscription "
                    + StatusInWords.is(subscription.status())
                    + "; nothing would be left to pay with a credit.");
          }
          credits.enter(
              List.of(new CreditEntry(id, amount, CreditEntry.Reason.MERCHANT, reference)));
          String text = note.isBlank() ? amount.toString() : amount + ", " + note;
          return new Change(time.now(), actor, What.CREDITED, text, (listener, changed) -> {});
        });
  }

  private boolean isGiven(SubscriptionId id, String reference) {
    return credits.entries(id).stream()
        .map(EnteredCredit::entry)
        .anyMatch(
            entry ->
                entry.reason() == CreditEntry.Reason.MERCHANT
                    && entry.reference().equals(reference));
  }
}
