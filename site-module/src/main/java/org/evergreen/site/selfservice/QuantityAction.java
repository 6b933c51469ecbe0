package org.evergreen.site.selfservice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
import org.evergreen.subscription.SubscriptionLine;

/** More or fewer units of an item. */
class QuantityAction implements SelfServiceAction {
  private static final ActionLabel LABEL =
      new ActionLabel(
          "quantity", "Change the quantity", "plus-slash-minus", ActionLabel.Place.ITEMS);
  private static final String QUANTITY = "quantity";
  private static final int MOST = 999;

  private final SelfServiceRules rules;
  private final ChangeSteps steps;

  QuantityAction(SelfServiceRules rules, ChangeSteps steps) {
    this.rules = rules;
    this.steps = steps;
  }

  @Override
  public ActionLabel label() {
    return LABEL;
  }

  @Override
  public Availability availability(Subscription subscription) {
    return Running.require(subscription)
        .orElseGet(
            () ->
                Availability.unless(
                    rules.other(
                        subscription,
                        Actor.shopper(),
                        SelfService.Action.CHANGE_QUANTITY,
                        "change the quantity of")));
  }

  @Override
  public List<Field> fields(Subscription subscription, Answers answers) {
    List<Field> fields = new ArrayList<>();
    fields.add(LineChoice.field(subscription.lines(), answers));
    LineChoice.picked(subscription, answers)
        .ifPresent(
            line -> {
              String now = Integer.toString(line.quantity());
              String shown = answers.has(QUANTITY) ? answers.text(QUANTITY) : now;
              fields.add(
                  Field.number(QUANTITY, "How many of " + line.name() + "?", 1, MOST, shown)
                      .hinted("Now it is " + now + "."));
            });
    return fields;
  }

  @Override
  public Preview preview(Subscription subscription, Answers answers) {
    Optional<SubscriptionLine> line = LineChoice.picked(subscription, answers);
    OptionalInt quantity = answers.number(QUANTITY);
    if (line.isEmpty()) {
      return Preview.refused(LineChoice.GONE);
    }
    if (quantity.isEmpty() || quantity.getAsInt() == line.get().quantity()) {
      return new Preview.Unanswered();
    }
    String what =
        line.get().name()
            + ": "
            + quantity.getAsInt()
            + " instead of "
            + line.get().quantity()
            + ".";
    return steps.preview(
        subscription,
        new ChangeRequest.Quantity(line.get().id(), quantity.getAsInt()),
        what,
        "Change it");
  }

  @Override
  public Performed perform(Subscription subscription, Answers answers, Seen seen, String quote) {
    Optional<SubscriptionLine> line = LineChoice.picked(subscription, answers);
    OptionalInt quantity = answers.number(QUANTITY);
    return line.isEmpty() || quantity.isEmpty()
        ? new Performed.Outdated()
        : steps.perform(
            subscription,
            new ChangeRequest.Quantity(line.get().id(), quantity.getAsInt()),
            quote,
            "You get " + quantity.getAsInt() + " of " + line.get().name() + " from now on.");
  }
}
