package org.evergreen.site.selfservice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.renewal.EarlyQuoteResult;
import org.evergreen.renewal.EarlyRenewalQuote;
import org.evergreen.renewal.EarlyRenewals;
import org.evergreen.renewal.OnDemandResult;
import org.evergreen.site.action.ActionLabel;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Availability;
import org.evergreen.site.action.Performed;
import org.evergreen.site.action.Preview;
import org.evergreen.site.action.SelfServiceAction;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.Subscription;

/** Makes the next payment before it is due. */
class RenewNowAction implements SelfServiceAction {
  private static final ActionLabel LABEL =
      new ActionLabel("renew-now", "Renew now", "lightning", ActionLabel.Place.PAYMENTS);

  private final EarlyRenewals renewals;
  private final AskedPayments asked;
  private final MethodNames methods;
  private final SiteWords words;

  RenewNowAction(
      EarlyRenewals renewals, AskedPayments asked, MethodNames methods, SiteWords words) {
    this.renewals = renewals;
    this.asked = asked;
    this.methods = methods;
    this.words = words;
  }

  @Override
  public ActionLabel label() {
    return LABEL;
  }

  @Override
  public Availability availability(Subscription subscription) {
    return Availability.unless(renewals.refusal(subscription, Actor.shopper()));
  }

  @Override
  public Preview preview(Subscription subscription, Answers answers) {
    EarlyQuoteResult result = renewals.quote(subscription.id(), Actor.shopper());
    if (result instanceof EarlyQuoteResult.Quoted quoted) {
      return ready(subscription, quoted.quote());
    }
    return Preview.refused(words.withDates(((EarlyQuoteResult.Refused) result).sentence()));
  }

  private Preview ready(Subscription subscription, EarlyRenewalQuote quote) {
    List<String> sentences = new ArrayList<>();
    String due = words.date(quote.dueAt());
    sentences.add("The payment of " + due + " is made now and not again on that day.");
    sentences.add(
        quote.toPay().isPositive()
            ? words.money(quote.toPay()) + " is charged to " + methods.of(subscription) + " now."
            : "Nothing is charged now.");
    if (quote.credit().isPositive()) {
      sentences.add(words.money(quote.credit()) + " is paid by your credit.");
    }
    sentences.add(
        quote
            .nextPaymentAt()
            .map(next -> "The next payment is then on " + words.date(next) + ".")
            .orElse("It is the last payment."));
    sentences.add("You can confirm this until " + words.timeOf(quote.expiresAt()) + ".");
    String confirm = quote.toPay().isPositive() ? "Pay " + words.money(quote.toPay()) : "Renew now";
    return new Preview.Ready(
        sentences,
        quote.working(),
        Optional.of(quote.toPay()),
        confirm,
        Optional.of(quote.token()));
  }

  @Override
  public Performed perform(Subscription subscription, Answers answers, Seen seen, String quote) {
    OnDemandResult result = renewals.renew(subscription.id(), quote, Actor.shopper());
    return renewals
        .toConfirm(subscription.id())
        .filter(charge -> result instanceof OnDemandResult.NeedsShopper)
        .flatMap(asked::confirmPath)
        .<Performed>map(Performed.Elsewhere::new)
        .orElseGet(() -> OnDemandAnswers.of(result, words));
  }
}
