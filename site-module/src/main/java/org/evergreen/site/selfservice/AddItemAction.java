package org.evergreen.site.selfservice;

import java.util.List;
import java.util.Optional;
import org.evergreen.change.ChangeOption;
import org.evergreen.change.ChangeOptions;
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

/** Puts one more item into the subscription, paid on the same dates. */
class AddItemAction implements SelfServiceAction {
  private static final ActionLabel LABEL =
      new ActionLabel("add-item", "Add an item", "plus-circle", ActionLabel.Place.ITEMS);
  private static final String ITEM = "item";
  private static final String QUANTITY = "quantity";
  private static final int MOST = 999;

  private final SelfServiceRules rules;
  private final ChangeOptions options;
  private final ChangeSteps steps;
  private final OptionChoice choice;

  AddItemAction(
      SelfServiceRules rules, ChangeOptions options, ChangeSteps steps, OptionChoice choice) {
    this.rules = rules;
    this.options = options;
    this.steps = steps;
    this.choice = choice;
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
    Optional<String> refusal =
        rules.other(subscription, Actor.shopper(), SelfService.Action.ADD_ITEM, "add an item to");
    if (refusal.isEmpty() && options.additions(subscription).isEmpty()) {
      return new Availability.Hidden("There is nothing that fits the dates of this subscription.");
    }
    return Availability.unless(refusal);
  }

  @Override
  public List<Field> fields(Subscription subscription, Answers answers) {
    String quantity = answers.has(QUANTITY) ? answers.text(QUANTITY) : "1";
    return List.of(
        choice.field(
            ITEM, "What shall be added?", options.additions(subscription), answers.text(ITEM)),
        Field.number(QUANTITY, "How many?", 1, MOST, quantity));
  }

  private Optional<ChangeOption> picked(Subscription subscription, Answers answers) {
    return OptionChoice.picked(options.additions(subscription), answers.text(ITEM));
  }

  private static ChangeRequest request(ChangeOption item, Answers answers) {
    return new ChangeRequest.AddItem(
        item.sku().id(), item.offer().plan(), answers.number(QUANTITY).orElse(1));
  }

  @Override
  public Preview preview(Subscription subscription, Answers answers) {
    return picked(subscription, answers)
        .map(
            item ->
                steps.preview(
                    subscription,
                    request(item, answers),
                    OptionChoice.name(item) + " is added: " + choice.price(item) + " each.",
                    "Add it"))
        .orElseGet(Preview.Unanswered::new);
  }

  @Override
  public Performed perform(Subscription subscription, Answers answers, Seen seen, String quote) {
    return picked(subscription, answers)
        .map(
            item ->
                steps.perform(
                    subscription,
                    request(item, answers),
                    quote,
                    item.sku().name() + " is part of this subscription now."))
        .orElseGet(Performed.Outdated::new);
  }
}
