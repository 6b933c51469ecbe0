package org.evergreen.site.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.site.words.MethodValidity;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.Subscription;

/** The payment method of a subscription, and whether it will last. */
class MethodInWords {
  private final PaymentMethods methods;
  private final SiteWords words;
  private final MethodValidity validity;

  MethodInWords(PaymentMethods methods, SiteWords words, MethodValidity validity) {
    this.methods = methods;
    this.words = words;
    this.validity = validity;
  }

  /** A line each: what it is, until when it is valid, and what may be wrong with it. */
  List<String> lines(Subscription subscription) {
    Optional<PaymentMethod> method =
        subscription.method().flatMap(id -> methods.find(subscription.customer(), id));
    return method
        .map(it -> lines(subscription, it))
        .orElseGet(() -> List.of("No payment method is stored."));
  }

  /** For example "Visa ending in 4242", or "your payment method" when none is stored. */
  String name(Subscription subscription) {
    return subscription
        .method()
        .flatMap(id -> methods.find(subscription.customer(), id))
        .map(method -> words.method(method.details()))
        .orElse("your payment method");
  }

  private List<String> lines(Subscription subscription, PaymentMethod method) {
    List<String> lines = new ArrayList<>();
    lines.add(words.method(method.details()));
    lines.add(validity.sentence(method.details()));
    if (method.blocked().isPresent()) {
      lines.add("The bank does not allow payments with it any more.");
    } else if (!validity.isExpired(method.details()) && endsTooEarly(subscription, method)) {
      lines.add("It expires before the next payment.");
    }
    return lines;
  }

  private boolean endsTooEarly(Subscription subscription, PaymentMethod method) {
    return subscription
        .nextPaymentAt()
        .filter(next -> validity.endsBefore(next, method.details()))
        .isPresent();
  }
}
