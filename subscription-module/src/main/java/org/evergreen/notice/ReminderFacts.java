package org.evergreen.notice;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.evergreen.storefront.CustomerId;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;

/**
 * What reminders of a subscription are planned from.
 *
 * @param account the customer's billing account
 * @param nextPaymentAt empty when none is to come
 * @param endsAt empty while payments are to come
 * @param begunAt when the term began that is paid for now, or the trial
 * @param method what is charged without the shopper; empty when he pays by hand
 */
record ReminderFacts(
    SubscriptionId id,
    long account,
    CustomerId customer,
    SubscriptionStatus status,
    Optional<Instant> nextPaymentAt,
    Optional<Instant> endsAt,
    Instant begunAt,
    Optional<Method> method) {

  /**
   * What pays.
   *
   * @param expiry last month in which it is valid
   */
  record Method(long id, boolean bankDebit, YearMonth expiry) {}

  /** Whether it runs and has a payment or an end ahead. */
  boolean toBeTold() {
    return (status == SubscriptionStatus.ACTIVE || status == SubscriptionStatus.TRIALING)
        && (nextPaymentAt.isPresent() || endsAt.isPresent());
  }

  /** What is reminded of: the next payment, or the end. */
  Instant about() {
    return nextPaymentAt.or(() -> endsAt).orElseThrow();
  }
}
