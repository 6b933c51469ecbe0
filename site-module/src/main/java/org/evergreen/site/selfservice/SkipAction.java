package org.evergreen.site.selfservice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evergreen.site.action.ActionLabel;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Availability;
import org.evergreen.site.action.Performed;
import org.evergreen.site.action.Preview;
import org.evergreen.site.action.SelfServiceAction;
import org.evergreen.site.price.RenewalPrices;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.DateCommands;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SelfServiceRules;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionPreviews;

/** Leaves the next payment and what it pays for out. */
class SkipAction implements SelfServiceAction {
  private static final ActionLabel LABEL =
      new ActionLabel("skip", "Skip the next payment", "skip-forward", ActionLabel.Place.MAIN);

  private final DateCommands commands;
  private final SelfServiceRules rules;
  private final SubscriptionPreviews previews;
  private final RenewalPrices prices;
  private final SiteWords words;

  SkipAction(
      DateCommands commands,
      SelfServiceRules rules,
      SubscriptionPreviews previews,
      RenewalPrices prices,
      SiteWords words) {
    this.commands = commands;
    this.rules = rules;
    this.previews = previews;
    this.prices = prices;
    this.words = words;
  }

  @Override
  public ActionLabel label() {
    return LABEL;
  }

  @Override
  public Availability availability(Subscription subscription) {
    return Availability.unless(rules.skipNext(subscription, Actor.shopper()));
  }

  @Override
  public Preview preview(Subscription subscription, Answers answers) {
    List<String> sentences = new ArrayList<>();
    Instant skipped = subscription.nextPaymentAt().orElseThrow();
    sentences.add(
        "The payment of "
            + prices.inWords(subscription, words)
            + " on "
            + words.date(skipped)
            + " is skipped: nothing is charged and nothing is sent for it.");
    previews
        .skipNext(subscription)
        .nextPaymentAt()
        .ifPresent(next -> sentences.add("The next payment is on " + words.date(next) + "."));
    if (subscription.paymentsLeft().isPresent()) {
      int left = subscription.paymentsLeft().getAsInt();
      sentences.add(
          "The number of payments stays: "
              + words.counted(left, "payment")
              + (left == 1 ? " is" : " are")
              + " still to come.");
    }
    return new Preview.Ready("Skip it", sentences);
  }

  @Override
  public boolean isSafeWhenOutOfDate(Answers answers) {
    return true;
  }

  @Override
  public Performed perform(Subscription subscription, Answers answers, Seen seen, String quote) {
    String skipped = subscription.nextPaymentAt().map(words::date).orElse("");
    commands.skipNext(seen, Actor.shopper());
    return new Performed.Done("The payment of " + skipped + " is skipped.");
  }
}
