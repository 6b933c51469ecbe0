package org.evergreen.site.selfservice;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.payment.MethodDetails;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.UnknownPaymentMethodException;
import org.evergreen.site.action.Field;
import org.evergreen.site.words.SiteWords;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Subscription;
import org.evergreen.time.ShopTime;

/** The question what to pay with: a stored payment method or a new card. */
class MethodChoice {
  static final String FIELD = "method";
  private static final String STORED = "stored-";
  private static final String NEW = "new-";

  private final PaymentMethods methods;
  private final NewCards newCards;
  private final SiteWords words;
  private final ShopTime time;

  MethodChoice(PaymentMethods methods, NewCards newCards, SiteWords words, ShopTime time) {
    this.methods = methods;
    this.newCards = newCards;
    this.words = words;
    this.time = time;
  }

  /** Whether the shopper has something to pick from. */
  boolean isPossible(CustomerId customer) {
    return !methods.ofCustomer(customer).isEmpty() || !newCards.offered().isEmpty();
  }

  /** Stored methods first, that of the subscription on top and preselected. */
  Field field(String label, Subscription subscription, String answered) {
    List<Field.Option> options = new ArrayList<>();
    List<PaymentMethod> stored = methods.ofCustomer(subscription.customer());
    stored.stream()
        .filter(method -> isCurrent(subscription, method))
        .forEach(method -> options.add(option(method, "pays this subscription now, ")));
    stored.stream()
        .filter(method -> !isCurrent(subscription, method))
        .forEach(method -> options.add(option(method, "")));
    for (NewCards.NewCard card : newCards.offered()) {
      String name = "New card: " + words.method(card.details());
      options.add(new Field.Option(NEW + card.token(), name, card.label()));
    }
    return Field.choice(FIELD, label, options, answered);
  }

  private static boolean isCurrent(Subscription subscription, PaymentMethod method) {
    return subscription.method().filter(method.id()::equals).isPresent();
  }

  private Field.Option option(PaymentMethod method, String now) {
    String validity = method.details().validUntil().map(this::validity).orElse("does not expire");
    String note = now + validity;
    return new Field.Option(
        STORED + method.id(),
        words.method(method.details()),
        Character.toUpperCase(note.charAt(0)) + note.substring(1));
  }

  private String validity(YearMonth until) {
    return until.isBefore(YearMonth.from(time.today()))
        ? "expired in " + words.month(until)
        : "valid until the end of " + words.month(until);
  }

  private boolean isExpired(MethodDetails details) {
    return details.expiry().isBefore(YearMonth.from(time.today()));
  }

  /** Why what was picked cannot be used; empty when it can. */
  Optional<String> refusal(CustomerId customer, String answered) {
    Optional<MethodDetails> details = details(customer, answered);
    if (details.isEmpty()) {
      return Optional.of("This payment method is not stored any more. Please pick another one.");
    }
    return details
        .filter(this::isExpired)
        .map(
            it ->
                "This card expired in " + words.month(it.expiry()) + ". Please pick another one.");
  }

  /** For example "Visa ending in 4242". */
  String name(CustomerId customer, String answered) {
    return details(customer, answered).map(words::method).orElse("your payment method");
  }

  private Optional<MethodDetails> details(CustomerId customer, String answered) {
    if (answered.startsWith(NEW)) {
      return newCards.offered().stream()
          .filter(card -> answered.equals(NEW + card.token()))
          .map(NewCards.NewCard::details)
          .findFirst();
    }
    return storedId(answered).flatMap(id -> methods.find(customer, id)).map(PaymentMethod::details);
  }

  /** Whether a new card is picked. */
  static boolean isNew(String answered) {
    return answered.startsWith(NEW);
  }

  /** Whether what is picked pays the subscription already. */
  static boolean isOf(Subscription subscription, String answered) {
    return storedId(answered).isPresent() && storedId(answered).equals(subscription.method());
  }

  /** What was picked; a new card is stored first. Empty when there is no such one. */
  Optional<PaymentMethodId> take(CustomerId customer, String answered) {
    if (!answered.startsWith(NEW)) {
      return storedId(answered).flatMap(id -> methods.find(customer, id)).map(PaymentMethod::id);
    }
    try {
      return Optional.of(methods.store(customer, answered.substring(NEW.length())).id());
    } catch (UnknownPaymentMethodException e) {
      return Optional.empty();
    }
  }

  private static Optional<PaymentMethodId> storedId(String answered) {
    return answered.matches(STORED + "[0-9]{1,18}")
        ? Optional.of(new PaymentMethodId(Long.parseLong(answered.substring(STORED.length()))))
        : Optional.empty();
  }
}
