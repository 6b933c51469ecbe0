package org.evergreen.site.selfservice;

import java.util.List;
import org.evergreen.settings.SaveOffer;
import org.evergreen.site.action.ActionLabel;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Availability;
import org.evergreen.site.action.Performed;
import org.evergreen.site.action.Preview;
import org.evergreen.site.action.SelfServiceAction;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.Subscription;

/** Takes the merchant's discount instead of cancelling. */
class StayAction implements SelfServiceAction {
  static final String SLUG = "stay";
  private static final ActionLabel LABEL =
      new ActionLabel(SLUG, "Stay with a discount", "gift", ActionLabel.Place.ELSEWHERE);
  private static final String NOT_OFFERED = "This discount is not offered for the subscription.";

  private final SaveDiscounts discounts;
  private final SiteWords words;

  StayAction(SaveDiscounts discounts, SiteWords words) {
    this.discounts = discounts;
    this.words = words;
  }

  @Override
  public ActionLabel label() {
    return LABEL;
  }

  @Override
  public Availability availability(Subscription subscription) {
    return discounts.offer(subscription).isPresent()
        ? Availability.available()
        : new Availability.Hidden(NOT_OFFERED);
  }

  @Override
  public Preview preview(Subscription subscription, Answers answers) {
    SaveOffer.Discount discount = discounts.offer(subscription).orElseThrow();
    String next = subscription.nextPaymentAt().map(words::date).orElseThrow();
    return new Preview.Ready(
        "Stay",
        List.of(
            "You get " + SaveDiscounts.inWords(discount) + ", beginning with that of " + next + ".",
            "The subscription goes on as it is. Nothing is charged now."));
  }

  @Override
  public Performed perform(Subscription subscription, Answers answers, Seen seen, String quote) {
    return discounts
        .offer(subscription)
        .map(
            discount -> {
              discounts.give(subscription, discount);
              return (Performed)
                  new Performed.Done(
                      "Good to have you. You get " + SaveDiscounts.inWords(discount) + ".");
            })
        .orElseGet(() -> new Performed.Problem(NOT_OFFERED));
  }
}
