package org.evergreen.site.selfservice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.payment.PaymentMethodId;
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
import org.evergreen.subscription.SubscriptionStatus;

/** Charges another payment method from now on, for this subscription or for all. */
class PaymentMethodAction implements SelfServiceAction {
  private static final ActionLabel LABEL =
      new ActionLabel(
          "payment-method", "Change the payment method", "credit-card", ActionLabel.Place.PAYMENTS);

  private final DetailCommands commands;
  private final SelfServiceRules rules;
  private final SubscriptionQueries queries;
  private final MethodChoice choice;
  private final RenewalPrices prices;
  private final SiteWords words;

  PaymentMethodAction(
      DetailCommands commands,
      SelfServiceRules rules,
      SubscriptionQueries queries,
      MethodChoice choice,
      RenewalPrices prices,
      SiteWords words) {
    this.commands = commands;
    this.rules = rules;
    this.queries = queries;
    this.choice = choice;
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
    return List.of(
        choice.field("What shall pay?", subscription, answers.text(MethodChoice.FIELD)),
        OtherSubscriptions.field(others(subscription), answers));
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
    return new Preview.Ready("Use this payment method", sentences(subscription, picked, all));
  }

  private List<String> sentences(Subscription subscription, String picked, boolean all) {
    String card = choice.name(subscription.customer(), picked);
    List<String> sentences = new ArrayList<>();
    if (MethodChoice.isNew(picked)) {
      sentences.add(card + " is stored with your account.");
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
    sentences.add(
        subscription.status() == SubscriptionStatus.PAST_DUE
            ? "Nothing is charged now; you can pay the overdue payment with it afterwards."
            : "Nothing is charged now.");
    return sentences;
  }

  private String all(Subscription subscription) {
    String others =
        String.join(
            ", ", others(subscription).stream().map(other -> other.id().toString()).toList());
    return "this subscription and your others (" + others + ")";
  }

  @Override
  public Performed perform(Subscription subscription, Answers answers, Seen seen, String quote) {
    String picked = answers.text(MethodChoice.FIELD);
    Optional<String> refusal = choice.refusal(subscription.customer(), picked);
    if (refusal.isPresent()) {
      return new Performed.Problem(refusal.get());
    }
    PaymentMethodId method = choice.take(subscription.customer(), picked).orElseThrow();
    String card = choice.name(subscription.customer(), picked);
    if (OtherSubscriptions.wanted(answers)) {
      commands.payAllWith(subscription.customer(), Actor.shopper(), method);
      return new Performed.Done(card + " pays all your subscriptions from now on.");
    }
    commands.payWith(seen, Actor.shopper(), method);
    return new Performed.Done(card + " pays this subscription from now on.");
  }
}
