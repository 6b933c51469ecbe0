package org.evergreen.site.account;

import java.util.ArrayList;
import java.util.List;
import org.evergreen.renewal.RenewalGroupView;
import org.evergreen.site.account.SubscriptionDetail.Entry;
import org.evergreen.site.account.SubscriptionDetail.Item;
import org.evergreen.site.words.Fact;
import org.evergreen.site.words.SiteWords;
import org.evergreen.site.words.SubscriptionInWords;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.Recipient;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionLine;
import org.evergreen.subscription.SubscriptionStatus;

/** Writes a subscription's page. */
class SubscriptionDetails {
  private static final int SHOWN_AT_FIRST = 10;

  private final UpcomingPayments upcoming;
  private final Past past;
  private final Hints hints;
  private final MethodInWords method;
  private final Addresses addresses;
  private final SubscriptionInWords inWords;
  private final SiteWords words;

  SubscriptionDetails(
      UpcomingPayments upcoming,
      Past past,
      Hints hints,
      MethodInWords method,
      Addresses addresses,
      SubscriptionInWords inWords,
      SiteWords words) {
    this.upcoming = upcoming;
    this.past = past;
    this.hints = hints;
    this.method = method;
    this.addresses = addresses;
    this.inWords = inWords;
    this.words = words;
  }

  /**
   * The page of a subscription.
   *
   * @param all whether to show all renewals, orders and history, not only the latest
   */
  SubscriptionDetail of(Subscription subscription, boolean all) {
    int most = all ? Integer.MAX_VALUE : SHOWN_AT_FIRST;
    List<RenewalGroupView> groups = past.renewals(subscription.id());
    List<Entry> history = past.history(subscription.id());
    return new SubscriptionDetail(
        subscription.id(),
        subscription.status(),
        inWords.title(subscription),
        inWords.subtitle(subscription),
        hints.of(subscription, groups),
        facts(subscription),
        subscription.lines().stream().map(this::item).toList(),
        upcoming.of(subscription),
        groups.stream().limit(most).map(it -> past.renewal(subscription.id(), it)).toList(),
        past.orders(subscription.id(), most),
        method.lines(subscription),
        shippingAddress(subscription),
        history.stream().limit(most).toList(),
        Math.max(history.size(), groups.size() + 1) > most);
  }

  private List<String> shippingAddress(Subscription subscription) {
    return subscription
        .shipTo()
        .map(id -> addresses.byId(List.of(id)).get(id))
        .map(words::address)
        .orElse(List.of());
  }

  private Item item(SubscriptionLine line) {
    String terms =
        line.quantity() + " at " + words.money(line.unitPrice()) + ", " + line.planName();
    return new Item(line.id(), line.name(), terms, words.money(line.amount()));
  }

  private List<Fact> facts(Subscription subscription) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Started", words.date(subscription.startedAt())));
    subscription
        .trialEndsAt()
        .filter(end -> subscription.lastPaymentAt().isEmpty())
        .map(words::date)
        .ifPresent(date -> facts.add(new Fact("Free trial until", date)));
    subscription
        .lastPaymentAt()
        .map(words::date)
        .ifPresent(date -> facts.add(new Fact("Last payment", date)));
    facts.add(inWords.whatIsNext(subscription));
    subscription
        .pausedUntil()
        .map(words::date)
        .ifPresent(date -> facts.add(new Fact("Resumes on", date)));
    if (!subscription.automaticRenewal() && !subscription.status().isOver()) {
      facts.add(new Fact("Renewal", "not automatic, you pay each payment here"));
    }
    subscription
        .recipient()
        .map(SubscriptionDetails::inWords)
        .ifPresent(recipient -> facts.add(new Fact("A gift for", recipient)));
    if (subscription.paymentsLeft().isPresent() && !subscription.status().isOver()) {
      facts.add(new Fact("Still to pay", stillToPay(subscription)));
    }
    return facts;
  }

  private static String inWords(Recipient recipient) {
    return recipient.name().isEmpty()
        ? recipient.email()
        : recipient.name() + " (" + recipient.email() + ")";
  }

  private String stillToPay(Subscription subscription) {
    String payments = words.counted(subscription.paymentsLeft().orElse(0), "payment");
    return subscription.status() == SubscriptionStatus.PAST_DUE
        ? payments + " after the overdue one"
        : payments;
  }
}
