package org.evergreen.site.selfservice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.money.Working;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.renewal.OnDemandResult;
import org.evergreen.renewal.OpenRenewals;
import org.evergreen.renewal.RenewalGroupView;
import org.evergreen.site.action.ActionLabel;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Availability;
import org.evergreen.site.action.Field;
import org.evergreen.site.action.Performed;
import org.evergreen.site.action.Preview;
import org.evergreen.site.action.SelfServiceAction;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.Subscription;

/** Pays a renewal that is owed, or that waits for the shopper, with a method of his choice. */
class PayAction implements SelfServiceAction {
  private static final ActionLabel LABEL =
      new ActionLabel("pay", "Pay now", "wallet", ActionLabel.Place.MAIN);
  private static final String RENEWAL = "renewal";

  private final OpenRenewals renewals;
  private final OwedRenewals owed;
  private final MethodChoice choice;
  private final SiteWords words;

  PayAction(OpenRenewals renewals, OwedRenewals owed, MethodChoice choice, SiteWords words) {
    this.renewals = renewals;
    this.owed = owed;
    this.choice = choice;
    this.words = words;
  }

  @Override
  public ActionLabel label() {
    return LABEL;
  }

  @Override
  public Availability availability(Subscription subscription) {
    return renewals.of(subscription.id()).isEmpty()
        ? new Availability.Hidden("Nothing is owed for this subscription.")
        : Availability.available();
  }

  @Override
  public List<Field> fields(Subscription subscription, Answers answers) {
    List<Field.Option> owed =
        renewals.of(subscription.id()).stream()
            .map(
                group ->
                    new Field.Option(
                        group.id().toString(),
                        words.money(group.toPay()) + ", due on " + words.date(group.dueAt())))
            .toList();
    List<Field> fields = new ArrayList<>();
    fields.add(which(owed, answers.text(RENEWAL)));
    fields.addAll(choice.fields("Pay with", subscription, answers));
    return fields;
  }

  /** One that was shown and is not owed any more is not replaced by another one unasked. */
  private static Field which(List<Field.Option> owed, String answered) {
    boolean known = owed.size() == 1 && List.of("", owed.get(0).value()).contains(answered);
    return known
        ? Field.hidden(RENEWAL, owed.get(0).value())
        : Field.choice(RENEWAL, "Which payment?", owed, answered);
  }

  private Optional<RenewalGroupView> owed(Subscription subscription, Answers answers) {
    return renewals.of(subscription.id()).stream()
        .filter(group -> group.id().toString().equals(answers.text(RENEWAL)))
        .findFirst();
  }

  @Override
  public Preview preview(Subscription subscription, Answers answers) {
    String picked = answers.text(MethodChoice.FIELD);
    Optional<String> refusal = choice.refusal(subscription.customer(), picked);
    if (refusal.isPresent()) {
      return Preview.wrong(MethodChoice.FIELD, refusal.get());
    }
    return owed(subscription, answers)
        .map(group -> preview(subscription, group, picked))
        .orElseGet(() -> Preview.refused("This payment is not owed any more."));
  }

  private Preview preview(Subscription subscription, RenewalGroupView group, String picked) {
    String card = choice.name(subscription.customer(), picked);
    List<String> sentences = new ArrayList<>();
    sentences.add(
        words.money(group.toPay())
            + ", due on "
            + words.date(group.dueAt())
            + ", is charged to "
            + card
            + " now.");
    if (group.subscriptions().size() > 1) {
      sentences.add(
          "It pays for your subscriptions "
              + OtherSubscriptions.numbers(group.subscriptions())
              + " together.");
    }
    if (!MethodChoice.isOf(subscription, picked)) {
      sentences.add("When it is paid, later payments are charged to " + card + " too.");
    }
    return new Preview.Ready(
        sentences,
        working(group),
        Optional.of(group.toPay()),
        "Pay " + words.money(group.toPay()),
        Optional.empty());
  }

  private static Working working(RenewalGroupView group) {
    Working working = Working.nothing();
    for (RenewalGroupView.Line line : group.linesToPay()) {
      working = working.and(line.quantity() + " x " + line.name(), line.amount());
    }
    working = working.and("Shipping", group.shipping()).and("Tax", group.tax());
    return group.credit().isZero()
        ? working
        : working.and("Paid by your credit", group.credit().negated());
  }

  @Override
  public Performed perform(Subscription subscription, Answers answers, Seen seen, String quote) {
    String picked = answers.text(MethodChoice.FIELD);
    Optional<String> refusal = choice.refusal(subscription.customer(), picked);
    Optional<RenewalGroupView> group = owed(subscription, answers);
    if (group.isEmpty() || refusal.isPresent()) {
      return new Performed.Problem(refusal.orElse("This payment is not owed any more."));
    }
    TakeCard.Taken taken = choice.take(subscription.customer(), answers);
    return taken instanceof TakeCard.Taken.Stored stored
        ? pay(group.get(), stored.method().id())
        : new Performed.Problem(((TakeCard.Taken.NotStored) taken).sentence());
  }

  private Performed pay(RenewalGroupView group, PaymentMethodId method) {
    OnDemandResult result = renewals.pay(group.id(), method, Actor.shopper());
    Optional<String> confirm =
        result instanceof OnDemandResult.NeedsShopper
            ? owed.confirmPath(group.id())
            : Optional.empty();
    return confirm
        .<Performed>map(Performed.Elsewhere::new)
        .orElseGet(() -> OnDemandAnswers.of(result, words));
  }
}
