package org.evergreen.notice;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionListener;

/** Writes to customers when their subscriptions start, change, are cancelled or end. */
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
  public void paused(List<Subscription> subscriptions) {
    queue(subscriptions, NoticeKind.SUBSCRIPTION_PAUSED, one -> occasion("paused", one));
  }

  @Override
  public void resumed(List<Subscription> subscriptions) {
    queue(subscriptions, NoticeKind.SUBSCRIPTION_RESUMED, one -> occasion("resumed", one));
  }

  @Override
  public void nextPaymentMoved(List<Subscription> subscriptions) {
    queue(subscriptions, NoticeKind.PAYMENT_MOVED, one -> occasion("moved", one));
  }

  @Override
  public void detailsChanged(List<Subscription> subscriptions) {
    // Several that changed together are one mail, about the first and how many others.
    subscriptions.stream()
        .collect(Collectors.groupingBy(Subscription::customer, Collectors.toList()))
        .values()
        .forEach(ofCustomer -> notices.queue(List.of(detailsChangedOf(ofCustomer))));
  }

  private static NewNotice detailsChangedOf(List<Subscription> ofCustomer) {
    Subscription first = ofCustomer.get(0);
    Map<String, String> payload = new HashMap<>(payload(first));
    payload.put(Payload.OTHERS, String.valueOf(ofCustomer.size() - 1));
    return new NewNotice(
        NoticeKind.DETAILS_CHANGED, occasion("details", first), first.customer(), payload);
  }

  @Override
  public void changed(List<Subscription> subscriptions) {
    queue(subscriptions, NoticeKind.SUBSCRIPTION_CHANGED, one -> occasion("changed", one));
  }

  /** The version counts the changes: each has one of its own. */
  private static String occasion(String what, Subscription subscription) {
    return what + "-" + subscription.id() + "-" + subscription.version();
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
    put(payload, Payload.PAUSED_UNTIL, subscription.pausedUntil());
    if (!subscription.status().isOver()) {
      put(payload, Payload.ENDS_AT, subscription.endsAt());
    }
    return payload;
  }

  private static void put(Map<String, String> payload, String name, Optional<Instant> instant) {
    instant.ifPresent(value -> payload.put(name, value.toString()));
  }
}
