package org.evergreen.site.selfservice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.site.action.ActionLabel;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Availability;
import org.evergreen.site.action.Field;
import org.evergreen.site.action.Performed;
import org.evergreen.site.action.Preview;
import org.evergreen.site.action.SelfServiceAction;
import org.evergreen.site.words.SiteWords;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.DetailCommands;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SelfServiceRules;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;

/** Ships to another address, this subscription or all, after what that costs was seen. */
class AddressAction implements SelfServiceAction {
  private static final ActionLabel LABEL =
      new ActionLabel("address", "Change the address", "geo-alt", ActionLabel.Place.ITEMS);
  private static final String FIELD = "address";
  private static final String KNOWN = "known-";
  private static final String NEW = "new";

  private final DetailCommands commands;
  private final SelfServiceRules rules;
  private final KnownAddresses known;
  private final AddressPrices prices;
  private final AddressForm form;
  private final SiteWords words;

  AddressAction(
      DetailCommands commands,
      SelfServiceRules rules,
      KnownAddresses known,
      AddressPrices prices,
      AddressForm form,
      SiteWords words) {
    this.commands = commands;
    this.rules = rules;
    this.known = known;
    this.prices = prices;
    this.form = form;
    this.words = words;
  }

  @Override
  public ActionLabel label() {
    return LABEL;
  }

  @Override
  public Availability availability(Subscription subscription) {
    return Availability.unless(rules.shipTo(subscription, Actor.shopper()));
  }

  @Override
  public List<Field> fields(Subscription subscription, Answers answers) {
    Map<Long, PostalAddress> others = known.others(subscription);
    List<Field.Option> options = new ArrayList<>();
    others.forEach((id, address) -> options.add(new Field.Option(KNOWN + id, inWords(address))));
    options.add(new Field.Option(NEW, "Another address"));
    List<Field> fields = new ArrayList<>();
    fields.add(
        others.isEmpty()
            ? Field.hidden(FIELD, NEW)
            : Field.undecided(FIELD, "Where shall it go?", options, answers.text(FIELD)));
    form.fields(answers, known.current(subscription)).stream()
        .map(field -> field.onlyWhen(FIELD, NEW))
        .forEach(fields::add);
    fields.add(
        OtherSubscriptions.field(
            "All that are sent to me", known.movingToo(subscription), answers));
    return fields;
  }

  private String inWords(PostalAddress address) {
    return String.join(", ", words.address(address));
  }

  @Override
  public Preview preview(Subscription subscription, Answers answers) {
    boolean typed = answers.text(FIELD).equals(NEW);
    Map<String, String> problems = typed ? form.problems(answers) : Map.of();
    if (!problems.isEmpty()) {
      return new Preview.Wrong(problems);
    }
    Optional<PostalAddress> address = address(subscription, answers);
    if (address.isEmpty()) {
      return Preview.wrong(FIELD, "This address is not known any more. Please pick another one.");
    }
    boolean all = OtherSubscriptions.wanted(answers);
    if (address.equals(known.current(subscription)) && !all) {
      return new Preview.Unanswered();
    }
    return preview(affected(subscription, all), address.get());
  }

  private List<Subscription> affected(Subscription subscription, boolean all) {
    List<Subscription> affected = new ArrayList<>(List.of(subscription));
    if (all) {
      affected.addAll(known.movingToo(subscription));
    }
    return affected;
  }

  private Preview preview(List<Subscription> affected, PostalAddress address) {
    List<String> sentences = new ArrayList<>();
    sentences.add("From the next payment on it goes to: " + inWords(address) + ".");
    for (Subscription each : affected) {
      Optional<String> cost = prices.compared(each, address, affected.size() > 1);
      if (cost.isEmpty()) {
        return Preview.wrong(
            FIELD,
            "Subscription "
                + each.id()
                + " cannot be sent to this address. Please check it or pick another one.");
      }
      sentences.add(cost.get());
    }
    sentences.add("Nothing is charged now.");
    return new Preview.Ready("Send it there", sentences);
  }

  private Optional<PostalAddress> address(Subscription subscription, Answers answers) {
    String picked = answers.text(FIELD);
    if (picked.equals(NEW)) {
      return Optional.of(AddressForm.address(answers));
    }
    Map<String, PostalAddress> byValue = new LinkedHashMap<>();
    known.others(subscription).forEach((id, address) -> byValue.put(KNOWN + id, address));
    return Optional.ofNullable(byValue.get(picked));
  }

  @Override
  public boolean isSafeWhenOutOfDate(Answers answers) {
    return !OtherSubscriptions.wanted(answers);
  }

  @Override
  public Performed perform(Subscription subscription, Answers answers, Seen seen, String quote) {
    boolean typed = answers.text(FIELD).equals(NEW);
    if (typed && !form.problems(answers).isEmpty()) {
      return new Performed.Outdated();
    }
    Optional<PostalAddress> address = address(subscription, answers);
    if (address.isEmpty()) {
      return new Performed.Outdated();
    }
    if (OtherSubscriptions.wanted(answers)) {
      commands.shipAllTo(subscription.customer(), Actor.shopper(), address.get());
      return new Performed.Done(
          "Your subscriptions "
              + OtherSubscriptions.numbers(ids(affected(subscription, true)))
              + " go to the new address from the next payment on.");
    }
    commands.shipTo(seen, Actor.shopper(), address.get());
    return new Performed.Done("It goes to the new address from the next payment on.");
  }

  private static List<SubscriptionId> ids(List<Subscription> subscriptions) {
    return subscriptions.stream().map(Subscription::id).toList();
  }
}
