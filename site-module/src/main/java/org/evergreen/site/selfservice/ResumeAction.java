package org.evergreen.site.selfservice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evergreen.site.action.ActionLabel;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Availability;
import org.evergreen.site.action.Performed;
import org.evergreen.site.action.Preview;
import org.evergreen.site.action.SelfServiceAction;
import org.evergreen.site.price.RenewalPrices;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.PauseCommands;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SelfServiceRules;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionPreviews;
import org.evergreen.time.ShopTime;

/** Goes on with a paused subscription. */
class ResumeAction implements SelfServiceAction {
  private static final ActionLabel LABEL =
      new ActionLabel("resume", "Resume", "play-circle", ActionLabel.Place.MAIN);

  private final PauseCommands commands;
  private final SelfServiceRules rules;
  private final SubscriptionPreviews previews;
  private final RenewalPrices prices;
  private final SiteWords words;
  private final ShopTime time;

  ResumeAction(
      PauseCommands commands,
      SelfServiceRules rules,
      SubscriptionPreviews previews,
      RenewalPrices prices,
      SiteWords words,
      ShopTime time) {
    this.commands = commands;
    this.rules = rules;
    this.previews = previews;
    this.prices = prices;
    this.words = words;
    this.time = time;
  }

  @Override
  public ActionLabel label() {
    return LABEL;
  }

  @Override
  public Availability availability(Subscription subscription) {
    return Availability.unless(rules.resume(subscription));
  }

  @Override
  public Preview preview(Subscription subscription, Answers answers) {
    Optional<Instant> next = previews.resume(subscription).nextPaymentAt();
    String payment =
        next.map(at -> payment(subscription, at)).orElse("All payments are made already.");
    return new Preview.Ready("Resume it", List.of("It goes on from today.", payment));
  }

  private String payment(Subscription subscription, Instant next) {
    String amount = prices.inWords(subscription, words);
    return next.isAfter(time.now())
        ? "The next payment is " + amount + " on " + words.date(next) + "."
        : "The next payment of " + amount + " is charged at once.";
  }

  @Override
  public boolean isSafeWhenOutOfDate(Answers answers) {
    return true;
  }

  @Override
  public Performed perform(Subscription subscription, Answers answers, Seen seen, String quote) {
    commands.resume(seen, Actor.shopper());
    return new Performed.Done("It goes on.");
  }
}
