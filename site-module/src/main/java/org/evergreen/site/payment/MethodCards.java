package org.evergreen.site.payment;

import java.util.List;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.site.words.MethodValidity;
import org.evergreen.site.words.SiteWords;
import org.evergreen.site.words.SubscriptionInWords;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionQueries;

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
  private final MethodValidity validity;

  MethodCards(
      PaymentMethods methods,
      SubscriptionQueries queries,
      SubscriptionInWords inWords,
      SiteWords words,
      MethodValidity validity) {
    this.methods = methods;
    this.queries = queries;
    this.inWords = inWords;
    this.words = words;
    this.validity = validity;
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
    boolean usable = method.isChargeable() && !validity.isExpired(method.details());
    return new MethodCard(
        method.id(),
        words.method(method.details()),
        validity.sentence(method.details()),
        warning(method, paid),
        paid.stream().map(each -> new MethodCard.Paid(each.id(), inWords.title(each))).toList(),
        usable && paid.size() < running.size());
  }

  private String warning(PaymentMethod method, List<Subscription> paid) {
    if (method.blocked().isPresent()) {
      return BLOCKED;
    }
    if (validity.isExpired(method.details())) {
      return EXPIRED;
    }
    boolean endsFirst =
        paid.stream()
            .flatMap(subscription -> subscription.nextPaymentAt().stream())
            .anyMatch(next -> validity.endsBefore(next, method.details()));
    return endsFirst ? EXPIRES_FIRST : "";
  }
}
