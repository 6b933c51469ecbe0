package org.evergreen.site.selfservice;

import java.util.List;
import org.evergreen.change.ChangeRequest;
import org.evergreen.settings.SelfService;
import org.evergreen.site.action.ActionLabel;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Availability;
import org.evergreen.site.action.Field;
import org.evergreen.site.action.Performed;
import org.evergreen.site.action.Preview;
import org.evergreen.site.action.SelfServiceAction;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SelfServiceRules;
import org.evergreen.subscription.Subscription;

/** Takes an item out; the last one stays. */
class RemoveItemAction implements SelfServiceAction {
  private static final ActionLabel LABEL =
      new ActionLabel("remove-item", "Remove an item", "dash-circle", ActionLabel.Place.ITEMS);

  private final SelfServiceRules rules;
  private final ChangeSteps steps;

  RemoveItemAction(SelfServiceRules rules, ChangeSteps steps) {
    this.rules = rules;
    this.steps = steps;
  }

  @Override
  public ActionLabel label() {
    return LABEL;
  }

  @Override
  public Availability availability(Subscription subscription) {
    return Running.require(subscription).orElseGet(() -> whileItRuns(subscription));
  }

  private Availability whileItRuns(Subscription subscription) {
    if (subscription.lines().size() < 2) {
      return new Availability.Hidden(
          "The last item cannot be removed; cancel the subscription instead.");
    }
    return Availability.unless(
        rules.other(
            subscription, Actor.shopper(), SelfService.Action.REMOVE_ITEM, "remove an item from"));
  }

  @Override
  public List<Field> fields(Subscription subscription, Answers answers) {
    return List.of(LineChoice.field(subscription.lines(), answers));
  }

  @Override
  public Preview preview(Subscription subscription, Answers answers) {
    return LineChoice.picked(subscription, answers)
        .map(
            line ->
                steps.preview(
                    subscription,
                    new ChangeRequest.RemoveItem(line.id()),
                    LineChoice.name(line) + " is removed from this subscription.",
                    "Remove it"))
        .orElseGet(() -> Preview.refused(LineChoice.GONE));
  }

  @Override
  public Performed perform(Subscription subscription, Answers answers, Seen seen, String quote) {
    return LineChoice.picked(subscription, answers)
        .map(
            line ->
                steps.perform(
                    subscription,
                    new ChangeRequest.RemoveItem(line.id()),
                    quote,
                    line.name() + " is not part of this subscription any more."))
        .orElseGet(Performed.Outdated::new);
  }
}
