package org.evergreen.site.selfservice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.payment.MethodDetails;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.site.action.Answers;
import org.evergreen.site.action.Field;
import org.evergreen.site.words.MethodValidity;
import org.evergreen.site.words.SiteWords;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Subscription;

/** The question what to pay with: a stored payment method or a new card. */
class MethodChoice {
  static final String FIELD = "method";
  private static final String CARD = "card";
  private static final String STORED = "stored-";
  private static final String THE_NEW_CARD = "the new card";
  private static final String GONE =
      "This payment method is not stored any more. Please pick another one.";

  private final PaymentMethods methods;
  private final NewCards newCards;
  private final TakeCard taking;
  private final SiteWords words;
  private final MethodValidity validity;

  MethodChoice(
      PaymentMethods methods,
      NewCards newCards,
      TakeCard taking,
      SiteWords words,
      MethodValidity validity) {
    this.methods = methods;
    this.newCards = newCards;
    this.taking = taking;
    this.words = words;
    this.validity = validity;
  }

  /** Whether the shopper has something to pick from. */
  boolean isPossible(CustomerId customer) {
    return !methods.ofCustomer(customer).isEmpty()
        || !newCards.offered().isEmpty()
        || newCards.form().isPresent();
  }

  /** The question, and the gateway's form for a new card where it has one. */
  List<Field> fields(String label, Subscription subscription, Answers answers) {
    Field choice = choice(label, subscription, answers.text(FIELD));
    return newCards.form().isEmpty()
        ? List.of(choice)
        : List.of(
            choice,
            Field.card(CARD, "Your new card", answers.text(CARD))
                .onlyWhen(FIELD, TakeCard.ENTERED));
  }

  /** Stored methods first, that of the subscription on top and preselected. */
  private Field choice(String label, Subscription subscription, String answered) {
    List<Field.Option> options = new ArrayList<>();
    List<PaymentMethod> stored = methods.ofCustomer(subscription.customer());
    stored.stream()
        .filter(method -> isCurrent(subscription, method))
        .forEach(method -> options.add(option(method, "Pays this subscription now. ")));
    stored.stream()
        .filter(method -> !isCurrent(subscription, method))
        .forEach(method -> options.add(option(method, "")));
    for (NewCards.NewCard card : newCards.offered()) {
      String name = "New card: " + words.method(card.details());
      options.add(new Field.Option(TakeCard.PICKED + card.token(), name, card.label()));
    }
    if (newCards.form().isPresent()) {
      options.add(new Field.Option(TakeCard.ENTERED, "A new card"));
    }
    return Field.choice(FIELD, label, options, answered);
  }

  private static boolean isCurrent(Subscription subscription, PaymentMethod method) {
    return subscription.method().filter(method.id()::equals).isPresent();
  }

  private Field.Option option(PaymentMethod method, String now) {
    String note = now + validity.sentence(method.details()) + ".";
    return new Field.Option(STORED + method.id(), words.method(method.details()), note);
  }

  /** Why what was picked cannot be used; empty when it can. */
  Optional<String> refusal(CustomerId customer, String answered) {
    if (answered.equals(TakeCard.ENTERED) && newCards.form().isPresent()) {
      return Optional.empty();
    }
    Optional<MethodDetails> details = details(customer, answered);
    if (details.isEmpty()) {
      return Optional.of(GONE);
    }
    return details
        .filter(validity::isExpired)
        .map(
            it ->
                "This card expired in " + words.month(it.expiry()) + ". Please pick another one.");
  }

  /** For example "Visa ending in 4242". */
  String name(CustomerId customer, String answered) {
    if (answered.equals(TakeCard.ENTERED)) {
      return THE_NEW_CARD;
    }
    return details(customer, answered).map(words::method).orElse("your payment method");
  }

  private Optional<MethodDetails> details(CustomerId customer, String answered) {
    if (isNew(answered)) {
      return newCards.offered().stream()
          .filter(card -> answered.equals(TakeCard.PICKED + card.token()))
          .map(NewCards.NewCard::details)
          .findFirst();
    }
    return storedId(answered).flatMap(id -> methods.find(customer, id)).map(PaymentMethod::details);
  }

  /** Whether a new card is picked. */
  static boolean isNew(String answered) {
    return answered.startsWith(TakeCard.PICKED);
  }

  /** Whether what is picked pays the subscription already. */
  static boolean isOf(Subscription subscription, String answered) {
    return storedId(answered).isPresent() && storedId(answered).equals(subscription.method());
  }

  /** What was picked; a new card is stored first. */
  TakeCard.Taken take(CustomerId customer, Answers answers) {
    String answered = answers.text(FIELD);
    if (isNew(answered)) {
      return taking.take(customer, answered, answers.text(CARD));
    }
    return storedId(answered)
        .flatMap(id -> methods.find(customer, id))
        .<TakeCard.Taken>map(TakeCard.Taken.Stored::new)
        .orElseGet(() -> new TakeCard.Taken.NotStored(GONE));
  }

  private static Optional<PaymentMethodId> storedId(String answered) {
    return answered.matches(STORED + "[0-9]{1,18}")
        ? Optional.of(new PaymentMethodId(Long.parseLong(answered.substring(STORED.length()))))
        : Optional.empty();
  }
}
