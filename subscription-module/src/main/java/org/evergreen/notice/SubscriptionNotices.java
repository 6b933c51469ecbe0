package org.evergreen.notice;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionListener;

/** Writes to customers when their subscriptions start, are cancelled or end. */
final class SubscriptionNotices implements SubscriptionListener {

  private final Notices notices;

  SubscriptionNotices(Notices notices) {
    this.notices = notices;
  }

  @Override
  public void started(List<Subscription> subscriptions) {
    queue(subscriptions, NoticeKind.SUBSCRIPTION_STARTED, one -> "started-" + one.id());
  }

  @Override
  public void cancelled(List<Subscription> subscriptions) {
    // A cancellation that was taken back may be followed by another.
    queue(
        subscriptions,
        NoticeKind.SUBSCRIPTION_CANCELLED,
        one -> "cancelled-" + one.id() + "-" + one.cancelledAt().orElseThrow());
  }

  @Override
  public void ended(List<Subscription> subscriptions) {
    queue(subscriptions, NoticeKind.SUBSCRIPTION_ENDED, one -> "ended-" + one.id());
  }

  private void queue(
      List<Subscription> subscriptions, NoticeKind kind, Function<Subscription, String> key) {
    notices.queue(
        subscriptions.stream()
            .map(one -> new NewNotice(kind, key.apply(one), one.customer(), payload(one)))
            .toList());
  }

  private static Map<String, String> payload(Subscription subscription) {
    Map<String, String> payload = new HashMap<>();
    payload.put(Payload.SUBSCRIPTION, subscription.id().toString());
    put(payload, Payload.NEXT_PAYMENT_AT, subscription.nextPaymentAt());
    put(payload, Payload.TRIAL_ENDS_AT, subscription.trialEndsAt());
    if (!subscription.status().isOver()) {
      put(payload, Payload.ENDS_AT, subscription.endsAt());
    }
    return payload;
  }

  private static void put(Map<String, String> payload, String name, Optional<Instant> instant) {
    instant.ifPresent(value -> payload.put(name, value.toString()));
  }
}
