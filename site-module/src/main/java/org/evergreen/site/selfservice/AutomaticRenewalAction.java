package org.evergreen.site.selfservice;

import java.util.List;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.site.action.ActionLabel;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Availability;
import org.evergreen.site.action.Performed;
import org.evergreen.site.action.Preview;
import org.evergreen.site.action.SelfServiceAction;
import org.evergreen.site.price.RenewalPrices;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.DetailCommands;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SelfServiceRules;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionStatus;

/** Turns automatic renewal off, so that the shopper pays each renewal by hand, or on again. */
class AutomaticRenewalAction implements SelfServiceAction {
  private final boolean on;
  private final ActionLabel label;
  private final DetailCommands commands;
  private final SelfServiceRules rules;
  private final PaymentMethods methods;
  private final RenewalPrices prices;
  private final SiteWords words;

  /** The action that turns it on, or the one that turns it off. */
  AutomaticRenewalAction(
      boolean on,
      DetailCommands commands,
      SelfServiceRules rules,
      PaymentMethods methods,
      RenewalPrices prices,
      SiteWords words) {
    this.on = on;
    String what = on ? "on" : "off";
    this.label =
        new ActionLabel(
            "automatic-renewal-" + what,
            "Turn automatic renewal " + what,
            "toggle-" + what,
            ActionLabel.Place.PAYMENTS);
    this.commands = commands;
    this.rules = rules;
    this.methods = methods;
    this.prices = prices;
    this.words = words;
  }

  @Override
  public ActionLabel label() {
    return label;
  }

  @Override
  public Availability availability(Subscription subscription) {
    if (subscription.automaticRenewal() == on) {
      String state = on ? "on" : "off";
      return new Availability.Hidden("Automatic renewal is " + state + " already.");
    }
    if (subscription.status() == SubscriptionStatus.PENDING_CANCEL) {
      return new Availability.Hidden("This subscription is cancelled and will not be renewed.");
    }
    return Availability.unless(rules.automaticRenewal(subscription, Actor.shopper(), on));
  }

  @Override
  public Preview preview(Subscription subscription, Answers answers) {
    return on
        ? new Preview.Ready("Turn it on", List.of(charged(subscription)))
        : new Preview.Ready(
            "Turn it off", List.of(waits(subscription), "The dates stay as they are."));
  }

  private String charged(Subscription subscription) {
    String card =
        subscription
            .method()
            .flatMap(id -> methods.find(subscription.customer(), id))
            .map(method -> words.method(method.details()))
            .orElse("your payment method");
    return "When a payment is due, " + card + " is charged by itself" + next(subscription);
  }

  private String waits(Subscription subscription) {
    return "When a payment is due, it waits until you pay it here; nothing is charged by itself"
        + next(subscription);
  }

  private String next(Subscription subscription) {
    return subscription
        .nextPaymentAt()
        .map(
            at ->
                "; the next one is "
                    + prices.inWords(subscription, words)
                    + " on "
                    + words.date(at))
        .orElse("")
        .concat(".");
  }

  @Override
  public boolean isSafeWhenOutOfDate(Answers answers) {
    return true;
  }

  @Override
  public Performed perform(Subscription subscription, Answers answers, Seen seen, String quote) {
    commands.automaticRenewal(seen, Actor.shopper(), on);
    return new Performed.Done(
        on
            ? "Automatic renewal is on."
            : "Automatic renewal is off. You pay each payment here when it is due.");
  }
}
