package org.evergreen.site.selfservice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.change.ChangeOption;
import org.evergreen.change.ChangeOptions;
import org.evergreen.change.ChangeRequest;
import org.evergreen.site.action.ActionLabel;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Availability;
import org.evergreen.site.action.Field;
import org.evergreen.site.action.Performed;
import org.evergreen.site.action.Preview;
import org.evergreen.site.action.SelfServiceAction;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SelfServiceRules;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionLine;

/**
 * Switches an item to another plan or product of its change group. One instance offers only other
 * frequencies of the same product, the other everything.
 */
class SwitchAction implements SelfServiceAction {
  private static final String TO = "to";

  private final boolean frequencyOnly;
  private final ActionLabel label;
  private final SelfServiceRules rules;
  private final ChangeOptions options;
  private final ChangeSteps steps;
  private final OptionChoice choice;

  private SwitchAction(
      boolean frequencyOnly,
      ActionLabel label,
      SelfServiceRules rules,
      ChangeOptions options,
      ChangeSteps steps,
      OptionChoice choice) {
    this.frequencyOnly = frequencyOnly;
    this.label = label;
    this.rules = rules;
    this.options = options;
    this.steps = steps;
    this.choice = choice;
  }

  /** Another frequency of the same product. */
  static SwitchAction ofFrequency(
      SelfServiceRules rules, ChangeOptions options, ChangeSteps steps, OptionChoice choice) {
    ActionLabel label =
        new ActionLabel(
            "frequency", "Change how often", "arrow-repeat", ActionLabel.Place.PAYMENTS);
    return new SwitchAction(true, label, rules, options, steps, choice);
  }

  /** Any other plan or product. */
  static SwitchAction ofPlan(
      SelfServiceRules rules, ChangeOptions options, ChangeSteps steps, OptionChoice choice) {
    ActionLabel label =
        new ActionLabel(
            "change", "Change plan or product", "arrow-left-right", ActionLabel.Place.MAIN);
    return new SwitchAction(false, label, rules, options, steps, choice);
  }

  @Override
  public ActionLabel label() {
    return label;
  }

  @Override
  public Availability availability(Subscription subscription) {
    Optional<String> underWay = rules.underWay(subscription);
    if (underWay.isPresent()) {
      return new Availability.Hidden(underWay.get());
    }
    return changeable(subscription).isEmpty()
        ? new Availability.Hidden("There is nothing that this subscription can be changed to now.")
        : Availability.available();
  }

  private List<SubscriptionLine> changeable(Subscription subscription) {
    return subscription.lines().stream()
        .filter(line -> !options(subscription, line).isEmpty())
        .toList();
  }

  private List<ChangeOption> options(Subscription subscription, SubscriptionLine line) {
    return options.of(subscription, line).stream()
        .filter(option -> !frequencyOnly || isOtherFrequency(subscription, line, option))
        .toList();
  }

  private static boolean isOtherFrequency(
      Subscription subscription, SubscriptionLine line, ChangeOption option) {
    return option.sku().id().equals(line.sku())
        && !option.offer().interval().equals(subscription.interval());
  }

  @Override
  public List<Field> fields(Subscription subscription, Answers answers) {
    List<Field> fields = new ArrayList<>();
    List<SubscriptionLine> lines = changeable(subscription);
    if (lines.isEmpty()) {
      return List.of();
    }
    fields.add(LineChoice.field(lines, answers));
    line(lines, answers)
        .ifPresent(
            line ->
                fields.add(
                    choice.field(
                        TO,
                        frequencyOnly ? "How often?" : "Change " + LineChoice.name(line) + " to",
                        options(subscription, line),
                        answers.text(TO))));
    return fields;
  }

  private static Optional<SubscriptionLine> line(List<SubscriptionLine> lines, Answers answers) {
    boolean only = lines.size() == 1 && !answers.has(LineChoice.FIELD);
    return lines.stream()
        .filter(line -> only || Long.toString(line.id()).equals(answers.text(LineChoice.FIELD)))
        .findFirst();
  }

  @Override
  public Preview preview(Subscription subscription, Answers answers) {
    Optional<SubscriptionLine> line = line(changeable(subscription), answers);
    Optional<ChangeOption> to = line.flatMap(it -> picked(subscription, it, answers));
    if (to.isEmpty()) {
      return new Preview.Unanswered();
    }
    String what =
        LineChoice.name(line.get())
            + " ("
            + line.get().planName()
            + ") becomes "
            + OptionChoice.name(to.get())
            + ": "
            + choice.price(to.get())
            + (line.get().quantity() == 1 ? "." : " each.");
    return steps.preview(subscription, request(line.get(), to.get()), what, "Change it");
  }

  private Optional<ChangeOption> picked(
      Subscription subscription, SubscriptionLine line, Answers answers) {
    return OptionChoice.picked(options(subscription, line), answers.text(TO));
  }

  private static ChangeRequest request(SubscriptionLine line, ChangeOption to) {
    return to.sku().id().equals(line.sku())
        ? new ChangeRequest.SwitchPlan(line.id(), to.offer().plan())
        : new ChangeRequest.Swap(line.id(), to.sku().id(), to.offer().plan());
  }

  @Override
  public Performed perform(Subscription subscription, Answers answers, Seen seen, String quote) {
    Optional<SubscriptionLine> line = line(changeable(subscription), answers);
    Optional<ChangeOption> to = line.flatMap(it -> picked(subscription, it, answers));
    return to.isEmpty()
        ? new Performed.Outdated()
        : steps.perform(
            subscription,
            request(line.get(), to.get()),
            quote,
            "Changed to " + OptionChoice.name(to.get()) + ".");
  }
}
