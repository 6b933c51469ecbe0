package org.evergreen.site.selfservice;

import java.time.Instant;
import java.util.List;
import org.evergreen.site.action.ActionLabel;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Availability;
import org.evergreen.site.action.Performed;
import org.evergreen.site.action.Preview;
import org.evergreen.site.action.SelfServiceAction;
import org.evergreen.site.price.RenewalPrices;
import org.evergreen.site.words.SiteWords;
import org.evergreen.site.words.SubscriptionInWords;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SelfServiceRules;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionPreviews;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.time.ShopTime;

/** Takes a cancellation back before the end of the paid term. */
class KeepAction implements SelfServiceAction {
  private static final ActionLabel LABEL =
      new ActionLabel(
          "undo-cancellation", "Keep this subscription", "heart", ActionLabel.Place.MAIN);

  private final SubscriptionCommands commands;
  private final SelfServiceRules rules;
  private final SubscriptionPreviews previews;
  private final RenewalPrices prices;
  private final SubscriptionInWords inWords;
  private final SiteWords words;
  private final ShopTime time;

  KeepAction(
      SubscriptionCommands commands,
      SelfServiceRules rules,
      SubscriptionPreviews previews,
      RenewalPrices prices,
      SubscriptionInWords inWords,
      SiteWords words,
      ShopTime time) {
    this.commands = commands;
    this.rules = rules;
    this.previews = previews;
    this.prices = prices;
    this.inWords = inWords;
    this.words = words;
    this.time = time;
  }

  @Override
  public ActionLabel label() {
    return LABEL;
  }

  @Override
  public Availability availability(Subscription subscription) {
    if (subscription.status().isOver() || hasEnded(subscription)) {
      return new Availability.Hidden(
          "This subscription has ended. You can subscribe again instead.");
    }
    return subscription.status() == SubscriptionStatus.PENDING_CANCEL
        ? Availability.unless(rules.undoCancellation(subscription))
        : new Availability.Hidden("This subscription is not cancelled; it goes on as it is.");
  }

  private boolean hasEnded(Subscription subscription) {
    return subscription.status() == SubscriptionStatus.PENDING_CANCEL
        && subscription.endsAt().filter(end -> end.isAfter(time.now())).isEmpty();
  }

  @Override
  public Preview preview(Subscription subscription, Answers answers) {
    return new Preview.Ready(
        "Keep this subscription",
        List.of("The cancellation is taken back.", whatFollows(subscription)));
  }

  private String whatFollows(Subscription subscription) {
    return previews
        .undoCancellation(subscription)
        .nextPaymentAt()
        .map(next -> "The next payment is " + payment(subscription, next))
        .orElseGet(
            () ->
                "Nothing more is charged; it ends on "
                    + inWords.end(subscription)
                    + " because all payments are made.");
  }

  private String payment(Subscription subscription, Instant next) {
    return prices.inWords(subscription, words) + " on " + words.date(next) + ".";
  }

  @Override
  public boolean isSafeWhenOutOfDate(Answers answers) {
    return true;
  }

  @Override
  public Performed perform(Subscription subscription, Answers answers, Seen seen, String quote) {
    commands.undoCancellation(seen, Actor.shopper());
    return new Performed.Done("You keep this subscription. It goes on as before.");
  }
}
