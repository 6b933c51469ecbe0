package org.evergreen.site.selfservice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.payment.Charge;
import org.evergreen.site.action.ActionLabel;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Availability;
import org.evergreen.site.action.Performed;
import org.evergreen.site.action.Preview;
import org.evergreen.site.action.SelfServiceAction;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.Subscription;

/** Gives up a payment that waits for the shopper to confirm it with his bank. */
class GiveUpAction implements SelfServiceAction {
  private static final ActionLabel LABEL =
      new ActionLabel("give-up", "Give up the payment", "x-circle", ActionLabel.Place.ELSEWHERE);
  private static final String GONE = "No payment waits for you any more.";
  private static final String PAID_IN_VAIN =
      "You had paid already, too late for the change to be made. Your subscription stays as it is,"
          + " and the payment is paid back to you.";
  private static final String NOT_GIVEN_UP =
      "It could not be given up, because it was paid meanwhile or your bank does not answer."
          + " Please look at your subscription again in a moment.";

  private final AskedPayments payments;
  private final SiteWords words;

  GiveUpAction(AskedPayments payments, SiteWords words) {
    this.payments = payments;
    this.words = words;
  }

  @Override
  public ActionLabel label() {
    return LABEL;
  }

  @Override
  public Availability availability(Subscription subscription) {
    return payments.of(subscription).isEmpty()
        ? new Availability.Hidden(GONE)
        : Availability.available();
  }

  @Override
  public Preview preview(Subscription subscription, Answers answers) {
    return payments.of(subscription).map(this::preview).orElseGet(() -> Preview.refused(GONE));
  }

  private Preview preview(Charge charge) {
    List<String> sentences = new ArrayList<>();
    sentences.add("The payment of " + words.money(charge.amount()) + " is not made.");
    payments
        .change(charge)
        .ifPresent(change -> sentences.add("This is not done: " + words.withDates(change) + "."));
    sentences.add("Your subscription stays as it is. Nothing is charged.");
    return new Preview.Ready("Give it up", sentences);
  }

  @Override
  public Performed perform(Subscription subscription, Answers answers, Seen seen, String quote) {
    Optional<Charge> waiting = payments.of(subscription);
    if (payments.giveUp(subscription)) {
      return new Performed.Done("Given up. Your subscription stays as it is; nothing was charged.");
    }
    boolean paidInVain = waiting.filter(payments::isPaidInVain).isPresent();
    return new Performed.Problem(paidInVain ? PAID_IN_VAIN : NOT_GIVEN_UP);
  }
}
