package org.evergreen.site.account;

import java.util.ArrayList;
import java.util.List;
import org.evergreen.renewal.RenewalGroupView;
import org.evergreen.site.account.SubscriptionDetail.Item;
import org.evergreen.site.words.SiteWords;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionLine;

/** Writes a subscription's page. */
class SubscriptionDetails {
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

  SubscriptionDetail of(Subscription subscription) {
    List<RenewalGroupView> groups = past.renewals(subscription.id());
    return new SubscriptionDetail(
        subscription.id(),
        subscription.status(),
        inWords.title(subscription),
        inWords.subtitle(subscription),
        hints.of(subscription, groups),
        facts(subscription),
        subscription.lines().stream().map(this::item).toList(),
        upcoming.of(subscription),
        groups.stream().map(group -> past.renewal(subscription.id(), group)).toList(),
        past.orders(subscription.id()),
        method.lines(subscription),
        shippingAddress(subscription),
        past.history(subscription.id()),
        Cancellations.isPossible(subscription));
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
    return new Item(line.name(), terms, words.money(line.amount()));
  }

  private List<Fact> facts(Subscription subscription) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Started", words.date(subscription.startedAt())));
    subscription
        .trialEndsAt()
        .map(words::date)
        .ifPresent(date -> facts.add(new Fact("Free trial until", date)));
    subscription
        .lastPaymentAt()
        .map(words::date)
        .ifPresent(date -> facts.add(new Fact("Last payment", date)));
    facts.add(inWords.whatIsNext(subscription));
    if (subscription.paymentsLeft().isPresent() && !subscription.status().isOver()) {
      int left = subscription.paymentsLeft().getAsInt();
      facts.add(new Fact("Still to pay", words.counted(left, "payment")));
    }
    return facts;
  }
}
