package org.evergreen.site.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;

/** Cancelling and taking it back, as a shopper does it: he sees the effect before he confirms. */
class Cancellations {
  private static final String AT_ONCE = "at-once";

  private final SubscriptionCommands commands;
  private final SiteWords words;
  private final ShopTime time;

  Cancellations(SubscriptionCommands commands, SiteWords words, ShopTime time) {
    this.commands = commands;
    this.words = words;
    this.time = time;
  }

  /** Whether there is something to cancel. */
  static boolean isPossible(Subscription subscription) {
    return !subscription.status().isOver()
        && subscription.status() != SubscriptionStatus.PENDING_CANCEL;
  }

  /**
   * What cancelling now would do.
   *
   * @param underWay a payment that the gateway may still take, if there is one
   */
  CancelPreview preview(Subscription subscription, Optional<Money> underWay) {
    Instant now = time.now();
    Instant end = subscription.endIfCancelled(now);
    String effect = end.isAfter(now) ? end.toString() : AT_ONCE;
    String payment = underWay.map(words::money).orElse("");
    return new CancelPreview(sentences(subscription, end, payment), effect + payment);
  }

  private List<String> sentences(Subscription subscription, Instant end, String payment) {
    if (!end.isAfter(time.now())) {
      return atOnce(subscription, payment);
    }
    return payment.isEmpty()
        ? atTheEnd(subscription, words.date(end))
        : whilePaying(words.date(end), payment);
  }

  private static List<String> atTheEnd(Subscription subscription, String end) {
    boolean trial = subscription.status() == SubscriptionStatus.TRIALING;
    return List.of(
        trial ? "Your free trial goes on until " + end + "." : "It stays active until " + end + ".",
        trial ? "You will not be charged." : "You will not be charged again.",
        "Until then you can change your mind on the subscription's page.");
  }

  private static List<String> whilePaying(String end, String payment) {
    return List.of(
        "A payment of " + payment + " is under way and may still be charged.",
        "If it is, the subscription stays active until " + end + "; if not, it ends at once.",
        "Nothing is charged after that.");
  }

  private static List<String> atOnce(Subscription subscription, String payment) {
    String why =
        subscription.status() == SubscriptionStatus.PAST_DUE
            ? "its last payment was not made."
            : "no paid time is left.";
    String money =
        payment.isEmpty()
            ? "You will not be charged again; nothing is owed for it any more."
            : "A payment of " + payment + " is under way; if it is charged, write to us.";
    return List.of("It ends at once, because " + why, money, "This cannot be taken back.");
  }

  /** Cancels on behalf of the shopper. */
  void cancel(Subscription subscription, String reason) {
    commands.cancel(subscription.id(), Actor.shopper(), reason);
  }

  /** Takes the cancellation back. */
  void undo(Subscription subscription) {
    commands.undoCancellation(subscription.id(), Actor.shopper());
  }
}
