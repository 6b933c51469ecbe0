package org.evergreen.site.selfservice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evergreen.site.price.RenewalPrices;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Outlook;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionPreviews;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.time.ShopTime;

/** What cancelling would do, in sentences. */
class CancelPreviews {
  private final SubscriptionPreviews previews;
  private final PaymentsUnderWay underWay;
  private final RenewalPrices prices;
  private final SiteWords words;
  private final ShopTime time;

  CancelPreviews(
      SubscriptionPreviews previews,
      PaymentsUnderWay underWay,
      RenewalPrices prices,
      SiteWords words,
      ShopTime time) {
    this.previews = previews;
    this.underWay = underWay;
    this.prices = prices;
    this.words = words;
    this.time = time;
  }

  List<String> sentences(Subscription subscription) {
    Outlook outlook = previews.cancel(subscription, Actor.shopper());
    String payment = underWay.of(subscription.id()).map(words::money).orElse("");
    Optional<Instant> end = outlook.endsAt().filter(at -> at.isAfter(time.now()));
    if (end.isEmpty()) {
      return atOnce(subscription, payment);
    }
    String date = words.date(end.get());
    if (outlook.nextPaymentAt().isPresent()) {
      return afterNotice(subscription, words.date(outlook.nextPaymentAt().get()), date);
    }
    return payment.isEmpty() ? atTheEnd(subscription, date) : whilePaying(date, payment);
  }

  private List<String> afterNotice(Subscription subscription, String payment, String end) {
    return List.of(
        "The payment of "
            + prices.inWords(subscription, words)
            + " on "
            + payment
            + " is still made, because it is nearer than the notice that you agreed to.",
        "It stays active until " + end + ". You will not be charged after that payment.",
        "Until then you can change your mind on the subscription's page.");
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
    String money =
        payment.isEmpty()
            ? "You will not be charged again; nothing is owed for it any more."
            : "A payment of " + payment + " is under way; if it is charged, write to us.";
    return List.of(why(subscription), money, "This cannot be taken back.");
  }

  private static String why(Subscription subscription) {
    return switch (subscription.status()) {
      case PENDING -> "It ends at once; it has not begun yet.";
      case PAST_DUE -> "It ends at once, because its last payment was not made.";
      default -> "It ends at once, because no paid time is left.";
    };
  }
}
