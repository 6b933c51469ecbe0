package org.evergreen.site.selfservice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.change.ChangeQuote;
import org.evergreen.change.ChangeRequest;
import org.evergreen.change.ChangeResult;
import org.evergreen.change.Changes;
import org.evergreen.change.QuoteResult;
import org.evergreen.site.action.Performed;
import org.evergreen.site.action.Preview;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;

/** A change within the paid term: its quote as a preview, and its confirmation. */
class ChangeSteps {
  private final Changes changes;
  private final AskedPayments asked;
  private final MethodNames methods;
  private final SiteWords words;

  ChangeSteps(Changes changes, AskedPayments asked, MethodNames methods, SiteWords words) {
    this.changes = changes;
    this.asked = asked;
    this.methods = methods;
    this.words = words;
  }

  /** Whether a change could be made now, and if not, why. */
  Optional<String> refusal(Subscription subscription, ChangeRequest request) {
    QuoteResult result = changes.quote(subscription.id(), request, Actor.shopper());
    return result instanceof QuoteResult.Refused refused
        ? Optional.of(words.withDates(refused.sentence()))
        : Optional.empty();
  }

  /**
   * What a change would do and cost.
   *
   * @param what changes, in a sentence
   * @param verb on the button, for example "Change it"
   */
  Preview preview(Subscription subscription, ChangeRequest request, String what, String verb) {
    QuoteResult result = changes.quote(subscription.id(), request, Actor.shopper());
    if (result instanceof QuoteResult.Quoted quoted) {
      return ready(subscription, quoted.quote(), what, verb);
    }
    return Preview.refused(words.withDates(((QuoteResult.Refused) result).sentence()));
  }

  private Preview ready(Subscription subscription, ChangeQuote quote, String what, String verb) {
    boolean pays = quote.toPay().isPositive();
    String confirm = pays ? "Pay " + words.money(quote.toPay()) : verb;
    return new Preview.Ready(
        sentences(subscription, quote, what),
        quote.working(),
        Optional.of(quote.toPay()),
        confirm,
        Optional.of(quote.token()));
  }

  private List<String> sentences(Subscription subscription, ChangeQuote quote, String what) {
    List<String> sentences = new ArrayList<>();
    sentences.add(what);
    sentences.add(when(quote));
    sentences.addAll(money(subscription, quote));
    quote
        .nextPaymentAt()
        .ifPresent(
            next ->
                sentences.add(
                    "The next payment is on "
                        + words.date(next)
                        + "; each payment is then "
                        + words.money(quote.recurring())
                        + " before tax and shipping."));
    quote.notes().stream().map(words::withDates).forEach(sentences::add);
    sentences.add("You can confirm this until " + words.timeOf(quote.expiresAt()) + ".");
    return sentences;
  }

  private String when(ChangeQuote quote) {
    return quote
        .scheduledFor()
        .map(at -> "It waits until " + words.date(at) + "; until then nothing changes.")
        .orElse("It is changed as soon as you confirm.");
  }

  private List<String> money(Subscription subscription, ChangeQuote quote) {
    List<String> sentences = new ArrayList<>();
    if (quote.toPay().isPositive()) {
      String card = methods.of(subscription);
      sentences.add(words.money(quote.toPay()) + " is charged to " + card + " now" + parts(quote));
    } else {
      sentences.add("Nothing is charged now.");
    }
    if (quote.amounts().fromCredit().isPositive()) {
      sentences.add(words.money(quote.amounts().fromCredit()) + " is paid by your credit.");
    }
    if (quote.credit().isPositive()) {
      sentences.add(
          words.money(quote.credit()) + " goes to your credit and reduces the next payments.");
    }
    return sentences;
  }

  private String parts(ChangeQuote quote) {
    List<String> parts = new ArrayList<>();
    if (quote.tax().isPositive()) {
      parts.add(words.money(quote.tax()) + " tax");
    }
    if (quote.shipping().isPositive()) {
      parts.add(words.money(quote.shipping()) + " shipping");
    }
    return parts.isEmpty() ? "." : ", with " + String.join(" and ", parts) + ".";
  }

  /**
   * Makes a change.
   *
   * @param done what to say when it is made
   */
  Performed perform(Subscription subscription, ChangeRequest request, String token, String done) {
    ChangeResult result = changes.confirm(subscription.id(), request, token, Actor.shopper());
    if (result instanceof ChangeResult.Applied applied) {
      return done(subscription.id(), applied.subscription(), done);
    }
    if (result instanceof ChangeResult.Scheduled scheduled) {
      String date = words.date(scheduled.at());
      return new Performed.Done(
          "Planned. It is done on " + date + "; until then you can withdraw it here.");
    }
    if (result instanceof ChangeResult.Unanswered) {
      return new Performed.Done(
          "The payment is under way. The change is made as soon as it has arrived; nothing is"
              + " charged twice.");
    }
    return result instanceof ChangeResult.ToConfirm waiting ? confirmed(waiting) : notDone(result);
  }

  private Performed confirmed(ChangeResult.ToConfirm waiting) {
    return asked
        .confirmPath(waiting.charge())
        .<Performed>map(Performed.Elsewhere::new)
        .orElseGet(() -> new Performed.Problem("Your bank wants you to confirm the payment."));
  }

  private Performed notDone(ChangeResult result) {
    if (result instanceof ChangeResult.Declined declined) {
      return new Performed.Problem(
          words.withDates(declined.sentence())
              + " Nothing was charged and nothing has changed. You can try again, or choose another"
              + " payment method for this subscription first.");
    }
    if (result instanceof ChangeResult.NeedsShopper) {
      return new Performed.Problem(OnDemandAnswers.ASK_ANOTHER + " Nothing has changed.");
    }
    return result instanceof ChangeResult.Refused refused
        ? new Performed.Problem(words.withDates(refused.sentence()))
        : new Performed.Outdated();
  }

  private static Performed done(SubscriptionId asked, SubscriptionId now, String sentence) {
    return asked.equals(now)
        ? new Performed.Done(sentence)
        : new Performed.Done(
            sentence + " It is a subscription of its own from now on: this one.",
            Optional.of(now.toString()));
  }
}
