package org.evergreen.site.payment;

import java.time.YearMonth;
import java.util.List;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.site.words.SiteWords;
import org.evergreen.site.words.SubscriptionInWords;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.time.ShopTime;

/** Writes down what a shopper has stored to pay with, and what each of it pays. */
class MethodCards {
  private static final String BLOCKED =
      "The bank does not allow payments with it any more. Please use another one.";
  private static final String EXPIRED = "It has expired. Please use another one.";
  private static final String EXPIRES_FIRST = "It expires before the next payment.";

  private final PaymentMethods methods;
  private final SubscriptionQueries queries;
  private final SubscriptionInWords inWords;
  private final SiteWords words;
  private final ShopTime time;

  MethodCards(
      PaymentMethods methods,
      SubscriptionQueries queries,
      SubscriptionInWords inWords,
      SiteWords words,
      ShopTime time) {
    this.methods = methods;
    this.queries = queries;
    this.inWords = inWords;
    this.words = words;
    this.time = time;
  }

  /** Latest first. */
  List<MethodCard> of(CustomerId customer) {
    List<Subscription> running =
        queries.ofCustomer(customer).stream()
            .filter(subscription -> !subscription.status().isOver())
            .toList();
    return methods.ofCustomer(customer).stream().map(method -> card(method, running)).toList();
  }

  private MethodCard card(PaymentMethod method, List<Subscription> running) {
    List<Subscription> paid =
        running.stream()
            .filter(each -> each.method().filter(method.id()::equals).isPresent())
            .toList();
    boolean usable = method.isChargeable() && !isExpired(method);
    return new MethodCard(
        method.id(),
        words.method(method.details()),
        method.details().validUntil().map(this::validity).orElse("Does not expire"),
        warning(method, paid),
        paid.stream().map(each -> new MethodCard.Paid(each.id(), inWords.title(each))).toList(),
        usable && paid.size() < running.size());
  }

  private String warning(PaymentMethod method, List<Subscription> paid) {
    if (method.blocked().isPresent()) {
      return BLOCKED;
    }
    if (isExpired(method)) {
      return EXPIRED;
    }
    YearMonth until = method.details().expiry();
    boolean endsFirst =
        paid.stream()
            .flatMap(subscription -> subscription.nextPaymentAt().stream())
            .anyMatch(next -> YearMonth.from(time.dateOf(next)).isAfter(until));
    return endsFirst ? EXPIRES_FIRST : "";
  }

  private boolean isExpired(PaymentMethod method) {
    return method.details().expiry().isBefore(YearMonth.from(time.today()));
  }

  private String validity(YearMonth until) {
    return until.isBefore(YearMonth.from(time.today()))
        ? "Expired in " + words.month(until)
        : "Valid until the end of " + words.month(until);
  }
}
