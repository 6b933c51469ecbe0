package org.evergreen.site.selfservice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evergreen.money.Working;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.renewal.RenewalGroupView;
import org.evergreen.site.action.ActionLabel;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Availability;
import org.evergreen.site.action.Field;
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
import org.evergreen.subscription.SubscriptionQueries;
import org.joda.money.Money;

/** Charges another payment method from now on, for this subscription or for all. */
class PaymentMethodAction implements SelfServiceAction {
  private static final ActionLabel LABEL =
      new ActionLabel(
          "payment-method", "Change the payment method", "credit-card", ActionLabel.Place.PAYMENTS);
  private static final String PAYS_ALL = " pays all your subscriptions from now on.";
  private static final String PAYS_THIS = " pays this subscription from now on.";

  private final DetailCommands commands;
  private final SelfServiceRules rules;
  private final SubscriptionQueries queries;
  private final MethodChoice choice;
  private final OwedRenewals owed;
  private final RenewalPrices prices;
  private final SiteWords words;

  PaymentMethodAction(
      DetailCommands commands,
      SelfServiceRules rules,
      SubscriptionQueries queries,
      MethodChoice choice,
      OwedRenewals owed,
      RenewalPrices prices,
      SiteWords words) {
    this.commands = commands;
    this.rules = rules;
    this.queries = queries;
    this.choice = choice;
    this.owed = owed;
    this.prices = prices;
    this.words = words;
  }

  @Override
  public ActionLabel label() {
    return LABEL;
  }

  @Override
  public Availability availability(Subscription subscription) {
    if (!choice.isPossible(subscription.customer())) {
      return new Availability.Hidden("There is no payment method to pick from.");
    }
    return Availability.unless(rules.payWith(subscription, Actor.shopper()));
  }

  @Override
  public List<Field> fields(Subscription subscription, Answers answers) {
    List<Field> fields = new ArrayList<>(choice.fields("What shall pay?", subscription, answers));
    fields.add(OtherSubscriptions.field("All my subscriptions", others(subscription), answers));
    return fields;
  }

  private List<Subscription> others(Subscription subscription) {
    return queries.ofCustomer(subscription.customer()).stream()
        .filter(other -> !other.id().equals(subscription.id()))
        .filter(other -> !other.status().isOver())
        .toList();
  }

  @Override
  public Preview preview(Subscription subscription, Answers answers) {
    String picked = answers.text(MethodChoice.FIELD);
    Optional<String> refusal = choice.refusal(subscription.customer(), picked);
    if (refusal.isPresent()) {
      return Preview.wrong(MethodChoice.FIELD, refusal.get());
    }
    boolean all = OtherSubscriptions.wanted(answers);
    if (MethodChoice.isOf(subscription, picked) && !all) {
      return new Preview.Unanswered();
    }
    List<RenewalGroupView> due = owed.of(affected(subscription, all));
    List<String> sentences = sentences(subscription, picked, all);
    due.forEach(group -> sentences.add(owedSentence(group)));
    if (due.isEmpty()) {
      sentences.add("Nothing is charged now.");
    }
    List<Money> sums = OwedRenewals.sums(due);
    // With several currencies, the sentences say the amounts.
    Optional<Money> dueNow = sums.size() == 1 ? Optional.of(sums.get(0)) : Optional.empty();
    return new Preview.Ready(
        sentences, Working.nothing(), dueNow, "Use this payment method", Optional.empty());
  }

  private List<Subscription> affected(Subscription subscription, boolean all) {
    List<Subscription> affected = new ArrayList<>(List.of(subscription));
    if (all) {
      affected.addAll(others(subscription));
    }
    return affected;
  }

  private String owedSentence(RenewalGroupView group) {
    String together =
        group.subscriptions().size() > 1
            ? " It pays for your subscriptions "
                + OtherSubscriptions.numbers(group.subscriptions())
                + " together."
            : "";
    return words.money(group.toPay())
        + ", due on "
        + words.date(group.dueAt())
        + ", is charged to it at once."
        + together;
  }

  private List<String> sentences(Subscription subscription, String picked, boolean all) {
    String card = choice.name(subscription.customer(), picked);
    List<String> sentences = new ArrayList<>();
    if (MethodChoice.isNew(picked)) {
      String first = Character.toUpperCase(card.charAt(0)) + card.substring(1);
      sentences.add(first + " is stored with your account.");
    }
    sentences.add(
        "From now on " + card + " pays " + (all ? all(subscription) : "this subscription") + ".");
    subscription
        .nextPaymentAt()
        .ifPresent(
            next ->
                sentences.add(
                    "It is charged next on "
                        + words.date(next)
                        + ": "
                        + prices.inWords(subscription, words)
                        + "."));
    return sentences;
  }

  private String all(Subscription subscription) {
    String others =
        OtherSubscriptions.numbers(others(subscription).stream().map(Subscription::id).toList());
    return "this subscription and your others (" + others + ")";
  }

  @Override
  public boolean isSafeWhenOutOfDate(Answers answers) {
    return !OtherSubscriptions.wanted(answers)
        && !MethodChoice.isNew(answers.text(MethodChoice.FIELD));
  }

  @Override
  public Performed perform(Subscription subscription, Answers answers, Seen seen, String quote) {
    String picked = answers.text(MethodChoice.FIELD);
    Optional<String> refusal = choice.refusal(subscription.customer(), picked);
    if (refusal.isPresent()) {
      return new Performed.Problem(refusal.get());
    }
    boolean all = OtherSubscriptions.wanted(answers);
    // On a page that is out of date, the shopper has not seen what is owed now.
    List<RenewalGroupView> due =
        seen.isCurrent(subscription) ? owed.of(affected(subscription, all)) : List.of();
    TakeCard.Taken taken = choice.take(subscription.customer(), answers);
    if (taken instanceof TakeCard.Taken.NotStored not) {
      return new Performed.Problem(not.sentence());
    }
    PaymentMethod method = ((TakeCard.Taken.Stored) taken).method();
    if (all) {
      commands.payAllWith(subscription.customer(), Actor.shopper(), method.id());
    } else {
      commands.payWith(seen, Actor.shopper(), method.id());
    }
    return pay(due, method, words.method(method.details()) + (all ? PAYS_ALL : PAYS_THIS));
  }

  private Performed pay(List<RenewalGroupView> due, PaymentMethod method, String done) {
    OwedRenewals.Outcome outcome = owed.pay(due, method.id());
    return outcome
        .confirm()
        .<Performed>map(Performed.Elsewhere::new)
        .orElseGet(
            () ->
                new Performed.Done(
                    Stream.concat(Stream.of(done), outcome.sentences().stream())
                        .collect(Collectors.joining(" "))));
  }
}
