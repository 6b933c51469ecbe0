package org.evergreen.site.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Decline;
import org.evergreen.payment.DeclineClass;
import org.evergreen.payment.ShopperConfirmations;
import org.evergreen.renewal.RenewalGroupStatus;
import org.evergreen.renewal.RenewalGroupView;
import org.evergreen.site.account.SubscriptionDetail.Hint;
import org.evergreen.site.account.SubscriptionDetail.Step;
import org.evergreen.site.price.RenewalPrice;
import org.evergreen.site.price.RenewalPrices;
import org.evergreen.site.selfservice.AskedPayments;
import org.evergreen.site.selfservice.PaymentsUnderWay;
import org.evergreen.site.words.SiteWords;
import org.evergreen.site.words.SubscriptionInWords;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStatus;
import org.joda.money.Money;

/** What a shopper should know of his subscription before all else, and what he can do. */
class Hints {
  private static final String ASKED_BY_THE_BANK =
      "Your bank wants you to confirm the payment. You can do that here, or pay with another payment"
          + " method.";
  private static final String ASKED_ELSEWHERE =
      "Your bank wants you to confirm the payment, which is not possible here. Please pay with"
          + " another payment method.";
  private static final String BEING_MADE =
      "We are trying the last payment again. Please look again in a moment.";

  private final SubscriptionQueries queries;
  private final RenewalPrices prices;
  private final MethodInWords methods;
  private final SubscriptionInWords inWords;
  private final AskedPayments asked;
  private final SiteWords words;

  Hints(
      SubscriptionQueries queries,
      RenewalPrices prices,
      MethodInWords methods,
      SubscriptionInWords inWords,
      AskedPayments asked,
      SiteWords words) {
    this.queries = queries;
    this.prices = prices;
    this.methods = methods;
    this.inWords = inWords;
    this.asked = asked;
    this.words = words;
  }

  /**
   * The hints for a subscription.
   *
   * @param renewals latest first
   */
  List<Hint> of(Subscription subscription, List<RenewalGroupView> renewals) {
    Optional<Charge> waiting = asked.of(subscription);
    if (waiting.isPresent()) {
      return List.of(toConfirm(subscription, waiting.get()));
    }
    if (subscription.status() == SubscriptionStatus.PENDING_CANCEL) {
      return List.of(cancelled(subscription, PaymentsUnderWay.among(renewals)));
    }
    List<Hint> withTheBank =
        renewals.stream().filter(Hints::isWithTheBank).map(this::withTheBank).toList();
    return subscription.status() == SubscriptionStatus.PAST_DUE && withTheBank.isEmpty()
        ? List.of(pastDue(subscription, owed(renewals)))
        : withTheBank;
  }

  private Hint toConfirm(Subscription subscription, Charge charge) {
    String what =
        charge.purpose() == ChargePurpose.CHANGE
            ? "The change that you asked for"
            : "The early payment that you asked for";
    List<Step> steps = new ArrayList<>();
    asked
        .confirmPath(charge)
        .ifPresent(path -> steps.add(new Step("Confirm with your bank", path)));
    steps.add(new Step("Give it up", "/account/subscriptions/" + subscription.id() + "/give-up"));
    List<String> sentences = new ArrayList<>();
    sentences.add(
        what + " waits for you to confirm " + words.money(charge.amount()) + " with your bank.");
    asked.change(charge).ifPresent(change -> sentences.add(words.withDates(change) + "."));
    sentences.add(
        "Nothing was charged and nothing has changed yet. If you do not confirm it by "
            + words.timeOf(charge.openedAt().plus(ShopperConfirmations.LIFE))
            + ", it is given up.");
    return new Hint(true, "Your bank wants you to confirm a payment", sentences, steps);
  }

  private static boolean isWithTheBank(RenewalGroupView group) {
    return lastCharge(group).filter(it -> it.state() == ChargeState.PROCESSING).isPresent();
  }

  private Hint withTheBank(RenewalGroupView group) {
    String sentence =
        "The payment of "
            + words.money(group.toPay())
            + ", due on "
            + words.date(group.dueAt())
            + ", takes some days. There is nothing for you to do.";
    return new Hint(false, "Your bank is working on it", List.of(sentence));
  }

  private Hint cancelled(Subscription subscription, Optional<Money> underWay) {
    String end = inWords.end(subscription);
    String outlook =
        underWay
            .map(payment -> "A payment of " + words.money(payment) + " is still under way.")
            .orElse("You will not be charged again.");
    List<String> sentences =
        List.of(
            "It stays active until " + end + ". " + outlook,
            queries.isContinued(subscription.id())
                ? "You have subscribed again; the new subscription goes on where this one ends."
                : "If you keep it, " + ifKept(subscription, end));
    return new Hint(false, "This subscription is cancelled", sentences);
  }

  private String ifKept(Subscription subscription, String end) {
    if (subscription.paymentsLeft().orElse(1) == 0) {
      return "nothing more is charged; it ends on " + end + " because all payments are made.";
    }
    RenewalPrice price = prices.of(List.of(subscription)).get(subscription.id());
    String amount = words.money(price.total()) + " " + price.note();
    return "the next payment is " + amount + " on " + end + ".";
  }

  private static Optional<RenewalGroupView> owed(List<RenewalGroupView> renewals) {
    return renewals.stream()
        .filter(
            group ->
                group.status() == RenewalGroupStatus.UNPAID
                    || group.status() == RenewalGroupStatus.WAITING)
        .findFirst();
  }

  private Hint pastDue(Subscription subscription, Optional<RenewalGroupView> owed) {
    if (owed.isEmpty()) {
      return new Hint(false, "Your payment is being made", List.of(BEING_MADE));
    }
    RenewalGroupView group = owed.get();
    List<String> sentences = new ArrayList<>();
    sentences.add(whatFailed(group));
    lastCharge(group).flatMap(Charge::decline).map(Decline::message).ifPresent(sentences::add);
    sentences.add(whatToDo(subscription, group));
    return new Hint(true, "Your last payment was not made", sentences, steps(subscription, group));
  }

  private List<Step> steps(Subscription subscription, RenewalGroupView group) {
    String page = "/account/subscriptions/" + subscription.id() + "/";
    List<Step> steps = new ArrayList<>();
    lastCharge(group)
        .flatMap(asked::confirmPath)
        .ifPresent(path -> steps.add(new Step("Confirm with your bank", path)));
    steps.add(new Step("Pay " + words.money(group.toPay()) + " now", page + "pay"));
    if (subscription.automaticRenewal()) {
      steps.add(new Step("Replace the card", page + "payment-method"));
    }
    return steps;
  }

  private String whatFailed(RenewalGroupView group) {
    String amount = words.money(group.toPay());
    String due = amount + " was due on " + words.date(group.dueAt());
    return lastCharge(group).isPresent()
        ? due + " and could not be charged."
        : due + " and waits for you to pay it.";
  }

  private static Optional<Charge> lastCharge(RenewalGroupView group) {
    return group.charges().stream().reduce((first, second) -> second);
  }

  private String whatToDo(Subscription subscription, RenewalGroupView owed) {
    Optional<Charge> last = lastCharge(owed);
    if (last.isEmpty()) {
      return subscription.automaticRenewal()
          ? "No payment method is stored. Please choose one and pay here."
          : "Automatic renewal is off, so please pay it here.";
    }
    if (last.get().state() == ChargeState.ACTION_REQUIRED) {
      return asked.confirmPath(last.get()).isPresent() ? ASKED_BY_THE_BANK : ASKED_ELSEWHERE;
    }
    return afterDecline(methods.name(subscription), last.get().decline(), owed.retryAt());
  }

  private String afterDecline(String card, Optional<Decline> decline, Optional<Instant> retry) {
    return switch (decline.map(Decline::declineClass).orElse(DeclineClass.TRY_LATER)) {
      case NEVER_AGAIN, NEEDS_NEW_METHOD ->
          "We cannot charge " + card + " any more. Please pay with another one here.";
      case TRY_LATER ->
          retry
              .map(
                  when ->
                      "We will try again on "
                          + words.dateTime(when)
                          + ". Please make sure that "
                          + card
                          + " works by then.")
              .orElse(
                  "Please make sure that "
                      + card
                      + " works and pay here, or pay with another one.");
      case NEEDS_SHOPPER -> ASKED_ELSEWHERE;
      case OUR_FAULT -> "This is our mistake; you do not have to do anything.";
    };
  }
}
