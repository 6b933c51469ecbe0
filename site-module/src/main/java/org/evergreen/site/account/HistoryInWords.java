package org.evergreen.site.account;

import org.evergreen.site.account.SubscriptionDetail.Entry;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.SubscriptionEvent;
import org.evergreen.subscription.SubscriptionStatus;

/** The history of a subscription as its owner reads it; who works for the shop is not named. */
class HistoryInWords {
  private final SiteWords words;

  HistoryInWords(SiteWords words) {
    this.words = words;
  }

  Entry entry(SubscriptionEvent event) {
    return new Entry(
        words.isoDate(event.happenedAt()),
        words.dateTime(event.happenedAt()),
        words.withDates(sentence(event)));
  }

  private static String sentence(SubscriptionEvent event) {
    return switch (event.what()) {
      case STARTED -> started(event.to());
      case ACTIVATED -> "The first order was paid; the subscription started.";
      case CYCLES_LEFT_OUT -> "Payments that were missed are not charged: " + event.note() + ".";
      case PAUSED -> with(who(event.actor()) + " paused the subscription", event.note());
      case RESUMED -> with("The subscription goes on", event.note());
      case SKIPPED -> with(who(event.actor()) + " skipped a payment", event.note());
      case DATE_MOVED -> with(who(event.actor()) + " moved the next payment", event.note());
      case METHOD_CHANGED ->
          with(who(event.actor()) + " chose another payment method", event.note());
      case ADDRESS_CHANGED -> with(who(event.actor()) + " changed the address", event.note());
      case AUTOMATIC_RENEWAL_ON -> who(event.actor()) + " turned automatic renewal on.";
      case AUTOMATIC_RENEWAL_OFF -> who(event.actor()) + " turned automatic renewal off.";
      case CHANGED -> with(who(event.actor()) + " changed the subscription", event.note());
      case CHANGE_SCHEDULED -> with(who(event.actor()) + " planned a change", event.note());
      case CHANGE_WITHDRAWN -> with("A change was given up", event.note());
      case CREDITED -> with("An amount was credited", event.note());
      case DISCOUNT_ADDED -> with("A discount was given", event.note());
      case REFUNDED -> with("An amount was refunded", event.note());
      case REFUND_FAILED -> with("A refund did not arrive; the shop has been told", event.note());
      case RESUBSCRIBED -> with("A new subscription goes on from this one", event.note());
      case RENEWED -> "A renewal was paid.";
      case RENEWAL_FAILED -> "The payment of a renewal failed.";
      case RENEWAL_WAITING -> "The payment of a renewal waits for you.";
      case PAYMENT_REQUESTED -> "The payment of the renewal was asked for.";
      case RENEWAL_RETRY_REQUESTED -> "The payment of the renewal is tried again.";
      case RENEWAL_PARKED -> "A renewal could not be prepared; the shop is looking into it.";
      case RENEWAL_UNPARKED -> "The shop has put the renewal right.";
      case CANCELLED -> cancelled(event);
      case CANCELLATION_UNDONE -> who(event.actor()) + " took the cancellation back.";
      case ENDED -> "The subscription ended.";
    };
  }

  private static String started(SubscriptionStatus status) {
    return switch (status) {
      case PENDING -> "You subscribed; the first order waits for its payment.";
      case TRIALING -> "The subscription started with a free trial.";
      default -> "The subscription started.";
    };
  }

  private static String cancelled(SubscriptionEvent event) {
    String sentence = who(event.actor()) + " cancelled the subscription.";
    boolean ownReason = event.actor().kind() == Actor.Kind.SHOPPER && !event.note().isBlank();
    return ownReason ? sentence + " Reason: " + event.note() : sentence;
  }

  private static String with(String sentence, String note) {
    return note.isBlank() ? sentence + "." : sentence + ": " + note + ".";
  }

  private static String who(Actor actor) {
    if (actor.kind() == Actor.Kind.SHOPPER) {
      // Who gets what somebody else pays for is named to the one who pays.
      return actor.name().isBlank() ? "You" : actor.name();
    }
    return "The shop";
  }
}
