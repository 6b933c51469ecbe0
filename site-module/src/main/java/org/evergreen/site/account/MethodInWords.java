package org.evergreen.site.account;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.Subscription;
import org.evergreen.time.ShopTime;

/** The payment method of a subscription, and whether it will last. */
class MethodInWords {
  private final PaymentMethods methods;
  private final SiteWords words;
  private final ShopTime time;

  MethodInWords(PaymentMethods methods, SiteWords words, ShopTime time) {
    this.methods = methods;
    this.words = words;
    this.time = time;
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
    if (method.details().validUntil().isEmpty()) {
      return lines;
    }
    YearMonth expiry = method.details().expiry();
    if (expiry.isBefore(YearMonth.from(time.today()))) {
      lines.add("Expired in " + words.month(expiry));
    } else {
      lines.add("Valid until the end of " + words.month(expiry));
      if (expiresBeforeNextPayment(subscription, expiry)) {
        lines.add("It expires before the next payment.");
      }
    }
    return lines;
  }

  private boolean expiresBeforeNextPayment(Subscription subscription, YearMonth expiry) {
    return subscription
        .nextPaymentAt()
        .filter(next -> YearMonth.from(time.dateOf(next)).isAfter(expiry))
        .isPresent();
  }
}
