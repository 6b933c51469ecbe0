package org.evergreen.site.words;

import java.util.stream.Collectors;
import org.evergreen.subscription.Recipient;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionLine;

/** What a subscription is and what comes next, in a few plain words. */
public class SubscriptionInWords {
  private final SiteWords words;

  public SubscriptionInWords(SiteWords words) {
    this.words = words;
  }

  /** What it delivers, for example "Yirgacheffe × 2 + Filter papers". */
  public String title(Subscription subscription) {
    return subscription.lines().stream()
        .map(SubscriptionInWords::item)
        .collect(Collectors.joining(" + "));
  }

  private static String item(SubscriptionLine line) {
    return line.quantity() == 1 ? line.name() : line.name() + " × " + line.quantity();
  }

  /** For example "Subscription 4711, every month, a gift for Pat". */
  public String subtitle(Subscription subscription) {
    String what = "Subscription " + subscription.id() + ", " + words.every(subscription.interval());
    return subscription.recipient().map(gift -> what + ", a gift for " + nameOf(gift)).orElse(what);
  }

  private static String nameOf(Recipient recipient) {
    return recipient.name().isEmpty() ? recipient.email() : recipient.name();
  }

  /** The one date that matters now. */
  public Fact whatIsNext(Subscription subscription) {
    return switch (subscription.status()) {
      case PENDING -> new Fact("Starts", "when the first order is paid");
      case PAUSED -> new Fact("Paused", "no payments until it is resumed");
      case PAST_DUE -> new Fact("Overdue since", overdueSince(subscription));
      case PENDING_CANCEL -> new Fact("Active until", end(subscription));
      case CANCELLED, EXPIRED -> new Fact("Ended on", end(subscription));
      case TRIALING, ACTIVE -> whileItRuns(subscription);
    };
  }

  private Fact whileItRuns(Subscription subscription) {
    String label = subscription.lastPaymentAt().isPresent() ? "Next payment" : "First payment";
    return subscription
        .nextPaymentAt()
        .map(next -> new Fact(label, words.date(next)))
        .orElseGet(() -> new Fact("All paid, runs until", end(subscription)));
  }

  private String overdueSince(Subscription subscription) {
    return subscription.paidUntil().map(words::date).orElse("its last renewal");
  }

  /** The day on which it ends or ended. */
  public String end(Subscription subscription) {
    return subscription.endsAt().map(words::date).orElse("today");
  }
}
