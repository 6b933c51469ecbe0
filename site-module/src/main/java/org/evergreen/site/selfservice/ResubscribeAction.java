package org.evergreen.site.selfservice;

import org.evergreen.change.ChangeRequest;
import org.evergreen.site.action.ActionLabel;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Availability;
import org.evergreen.site.action.Performed;
import org.evergreen.site.action.Preview;
import org.evergreen.site.action.SelfServiceAction;
import org.evergreen.site.words.SubscriptionInWords;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionStatus;

/** Starts the same again after a subscription was cancelled or has ended. */
class ResubscribeAction implements SelfServiceAction {
  private static final ActionLabel LABEL =
      new ActionLabel("resubscribe", "Subscribe again", "arrow-clockwise", ActionLabel.Place.MAIN);

  private final ChangeSteps steps;
  private final SubscriptionInWords inWords;

  ResubscribeAction(ChangeSteps steps, SubscriptionInWords inWords) {
    this.steps = steps;
    this.inWords = inWords;
  }

  @Override
  public ActionLabel label() {
    return LABEL;
  }

  @Override
  public Availability availability(Subscription subscription) {
    boolean ends =
        subscription.status().isOver()
            || subscription.status() == SubscriptionStatus.PENDING_CANCEL;
    return ends
        ? Availability.unless(steps.refusal(subscription, new ChangeRequest.Resubscribe()))
        : new Availability.Hidden(
            "This subscription has not ended; there is no need to begin anew.");
  }

  @Override
  public Preview preview(Subscription subscription, Answers answers) {
    return steps.preview(
        subscription,
        new ChangeRequest.Resubscribe(),
        "A new subscription to " + inWords.title(subscription) + " begins, on the same terms.",
        "Subscribe again");
  }

  @Override
  public Performed perform(Subscription subscription, Answers answers, Seen seen, String quote) {
    return steps.perform(subscription, new ChangeRequest.Resubscribe(), quote, "Welcome back.");
  }
}
