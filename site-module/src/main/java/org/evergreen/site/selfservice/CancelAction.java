package org.evergreen.site.selfservice;

import java.util.List;
import org.evergreen.site.action.ActionLabel;
import org.evergreen.site.action.Alternative;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Availability;
import org.evergreen.site.action.Field;
import org.evergreen.site.action.Performed;
import org.evergreen.site.action.Preview;
import org.evergreen.site.action.SelfServiceAction;
import org.evergreen.site.words.SubscriptionInWords;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SelfServiceRules;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStatus;

/** Ends renewals; what is paid for is kept to the end of its term. */
class CancelAction implements SelfServiceAction {
  private static final ActionLabel LABEL =
      new ActionLabel("cancel", "Cancel subscription", "x-circle", ActionLabel.Place.ENDING);
  private static final int REASON_LENGTH = 500;

  private final SubscriptionCommands commands;
  private final SubscriptionQueries queries;
  private final SelfServiceRules rules;
  private final CancelPreviews previews;
  private final SaveOffers offers;
  private final SubscriptionInWords inWords;

  CancelAction(
      SubscriptionCommands commands,
      SubscriptionQueries queries,
      SelfServiceRules rules,
      CancelPreviews previews,
      SaveOffers offers,
      SubscriptionInWords inWords) {
    this.commands = commands;
    this.queries = queries;
    this.rules = rules;
    this.previews = previews;
    this.offers = offers;
    this.inWords = inWords;
  }

  @Override
  public ActionLabel label() {
    return LABEL;
  }

  @Override
  public Availability availability(Subscription subscription) {
    if (subscription.status().isOver()) {
      String end = inWords.end(subscription);
      return new Availability.Hidden(
          "This subscription ended on " + end + "; there is nothing to cancel.");
    }
    return subscription.status() == SubscriptionStatus.PENDING_CANCEL
        ? new Availability.Hidden("This subscription is cancelled already.")
        : Availability.unlessTold(rules.cancel(subscription, Actor.shopper()));
  }

  @Override
  public List<Field> fields(Subscription subscription, Answers answers) {
    String label = "Why do you cancel? (optional)";
    return List.of(Field.remark("reason", label, REASON_LENGTH, answers.text("reason")));
  }

  @Override
  public Preview preview(Subscription subscription, Answers answers) {
    return new Preview.Ready("Cancel subscription", previews.sentences(subscription));
  }

  @Override
  public List<Alternative> alternatives(Subscription subscription) {
    return offers.of(subscription);
  }

  @Override
  public boolean isSafeWhenOutOfDate(Answers answers) {
    return true;
  }

  @Override
  public Performed perform(Subscription subscription, Answers answers, Seen seen, String quote) {
    commands.cancel(seen, Actor.shopper(), answers.text("reason"));
    Subscription now = queries.find(subscription.id()).orElseThrow();
    return new Performed.Done(
        now.status() == SubscriptionStatus.PENDING_CANCEL
            ? "Cancelled. It stays active until " + inWords.end(now) + "."
            : "Cancelled. The subscription has ended.");
  }
}
