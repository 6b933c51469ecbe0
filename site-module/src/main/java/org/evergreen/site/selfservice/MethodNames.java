package org.evergreen.site.selfservice;

import org.evergreen.payment.PaymentMethods;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.Subscription;

/** What pays a subscription, in words. */
class MethodNames {
  private final PaymentMethods methods;
  private final SiteWords words;

  MethodNames(PaymentMethods methods, SiteWords words) {
    this.methods = methods;
    this.words = words;
  }

  /** For example "Visa ending in 4242", or "your payment method" when none is stored. */
  String of(Subscription subscription) {
    return subscription
        .method()
        .flatMap(id -> methods.find(subscription.customer(), id))
        .map(method -> words.method(method.details()))
        .orElse("your payment method");
  }
}
