package org.evergreen.site.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evergreen.payment.MethodRemoval;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.UnknownPaymentMethodException;
import org.evergreen.renewal.RenewalGroupView;
import org.evergreen.site.selfservice.OwedRenewals;
import org.evergreen.site.selfservice.TakeCard;
import org.evergreen.site.words.SiteWords;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.ActionRefusedException;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.DetailCommands;
import org.evergreen.subscription.SubscriptionQueries;

/** Stores and removes what a shopper pays with, and has one of it pay everything. */
class MethodDesk {
  private static final String GONE = "This payment method is not stored any more.";
  private static final String NOT_SHOWN =
      "You owe %s by now, which is not what the page said. Nothing was charged, and your"
          + " subscriptions are paid as before; please look again.";

  private final PaymentMethods methods;
  private final TakeCard taking;
  private final DetailCommands commands;
  private final SubscriptionQueries queries;
  private final OwedRenewals owed;
  private final SiteWords words;

  MethodDesk(
      PaymentMethods methods,
      TakeCard taking,
      DetailCommands commands,
      SubscriptionQueries queries,
      OwedRenewals owed,
      SiteWords words) {
    this.methods = methods;
    this.taking = taking;
    this.commands = commands;
    this.queries = queries;
    this.owed = owed;
    this.words = words;
  }

  /**
   * What came of it.
   *
   * @param done whether it was done
   * @param sentence for the shopper
   * @param confirm page where he confirms a payment with his bank; empty when there is none
   */
  record Answer(boolean done, String sentence, Optional<String> confirm) {

    static Answer done(String sentence) {
      return new Answer(true, sentence, Optional.empty());
    }

    static Answer refused(String sentence) {
      return new Answer(false, sentence, Optional.empty());
    }
  }

  /** What is charged at once when another method takes over, in words; empty when nothing is. */
  String owed(CustomerId customer) {
    return inWords(owed.of(queries.ofCustomer(customer)));
  }

  private String inWords(List<RenewalGroupView> owed) {
    return OwedRenewals.sums(owed).stream().map(words::money).collect(Collectors.joining(" and "));
  }

  /**
   * Stores a new card.
   *
   * @param picked as {@link TakeCard} takes it
   * @param card the reference of what was entered
   * @param shown what the page said is owed, when it pays everything from now on; empty when it
   *     does not
   */
  Answer add(CustomerId customer, String picked, String card, Optional<String> shown) {
    TakeCard.Taken taken = taking.take(customer, picked, card);
    if (taken instanceof TakeCard.Taken.NotStored not) {
      return Answer.refused(not.sentence());
    }
    PaymentMethod stored = ((TakeCard.Taken.Stored) taken).method();
    String sentence = words.method(stored.details()) + " is stored.";
    return shown
        .map(sum -> payAll(customer, stored, sum, sentence))
        .orElseGet(() -> Answer.done(sentence));
  }

  /**
   * One of the stored methods pays all subscriptions, and at once what is owed for them.
   *
   * @param shown what the page said is owed
   */
  Answer payAll(CustomerId customer, PaymentMethodId id, String shown) {
    return methods
        .find(customer, id)
        .map(method -> payAll(customer, method, shown, ""))
        .orElseGet(() -> Answer.refused(GONE));
  }

  private Answer payAll(CustomerId customer, PaymentMethod method, String shown, String before) {
    List<RenewalGroupView> due = owed.of(queries.ofCustomer(customer));
    String now = inWords(due);
    if (!due.isEmpty() && !now.equals(shown)) {
      return Answer.refused((before + " " + String.format(NOT_SHOWN, now)).strip());
    }
    try {
      commands.payAllWith(customer, Actor.shopper(), method.id());
    } catch (ActionRefusedException refused) {
      return Answer.refused((before + " " + words.withDates(refused.sentence())).strip());
    }
    List<String> sentences = new ArrayList<>();
    sentences.add(before);
    sentences.add(words.method(method.details()) + " pays all your subscriptions from now on.");
    OwedRenewals.Outcome outcome = owed.pay(due, method.id());
    sentences.addAll(outcome.sentences());
    String sentence = sentences.stream().collect(Collectors.joining(" ")).strip();
    return new Answer(true, sentence, outcome.confirm());
  }

  /** Removes a stored method, unless it is needed. */
  Answer remove(CustomerId customer, PaymentMethodId id) {
    String name =
        methods.find(customer, id).map(PaymentMethod::details).map(words::method).orElse("It");
    try {
      MethodRemoval removal = methods.remove(customer, id);
      if (removal instanceof MethodRemoval.StillUsed used) {
        return Answer.refused(stillUsed(name, used.subscriptions()));
      }
      return removal instanceof MethodRemoval.PaymentUnderWay
          ? Answer.refused(name + " cannot be removed while a payment with it is under way.")
          : Answer.done(name + " is removed.");
    } catch (UnknownPaymentMethodException unknown) {
      return Answer.refused(GONE);
    }
  }

  private static String stillUsed(String name, List<Long> subscriptions) {
    String numbers = subscriptions.stream().map(Object::toString).collect(Collectors.joining(", "));
    String which = subscriptions.size() == 1 ? "your subscription " : "your subscriptions ";
    return name + " pays " + which + numbers + ". Please choose another one there first.";
  }
}
