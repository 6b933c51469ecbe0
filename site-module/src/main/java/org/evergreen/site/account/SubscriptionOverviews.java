package org.evergreen.site.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.site.price.RenewalPrice;
import org.evergreen.site.price.RenewalPrices;
import org.evergreen.site.words.Fact;
import org.evergreen.site.words.SiteWords;
import org.evergreen.site.words.SubscriptionInWords;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionStatus;

/** Writes the list of subscriptions with a fixed number of queries, however long it is. */
class SubscriptionOverviews {
  private final RenewalPrices prices;
  private final PaymentMethods methods;
  private final SubscriptionInWords inWords;
  private final SiteWords words;

  SubscriptionOverviews(
      RenewalPrices prices, PaymentMethods methods, SubscriptionInWords inWords, SiteWords words) {
    this.prices = prices;
    this.methods = methods;
    this.inWords = inWords;
    this.words = words;
  }

  List<SubscriptionOverview> of(List<Subscription> subscriptions) {
    List<Subscription> paying =
        subscriptions.stream().filter(SubscriptionOverviews::willBeCharged).toList();
    Map<SubscriptionId, RenewalPrice> amounts = prices.of(paying);
    Map<PaymentMethodId, PaymentMethod> cards = cards(paying);
    List<SubscriptionOverview> overviews = new ArrayList<>();
    for (Subscription subscription : subscriptions) {
      Optional<RenewalPrice> price = Optional.ofNullable(amounts.get(subscription.id()));
      Optional<PaymentMethod> card =
          subscription.method().filter(it -> price.isPresent()).map(cards::get);
      overviews.add(overview(subscription, price, card));
    }
    return overviews;
  }

  private static boolean willBeCharged(Subscription subscription) {
    return subscription.nextPaymentAt().isPresent()
        || subscription.status() == SubscriptionStatus.PAST_DUE;
  }

  private Map<PaymentMethodId, PaymentMethod> cards(List<Subscription> subscriptions) {
    List<PaymentMethodId> ids =
        subscriptions.stream().map(Subscription::method).flatMap(Optional::stream).toList();
    return ids.isEmpty() ? Map.of() : methods.byId(ids);
  }

  private SubscriptionOverview overview(
      Subscription subscription, Optional<RenewalPrice> price, Optional<PaymentMethod> card) {
    List<Fact> facts = new ArrayList<>();
    facts.add(inWords.whatIsNext(subscription));
    price.ifPresent(it -> facts.add(new Fact("Amount", words.money(it.total()) + " " + it.note())));
    card.ifPresent(it -> facts.add(new Fact("Paid with", words.method(it.details()))));
    return new SubscriptionOverview(
        subscription.id(),
        subscription.status(),
        inWords.title(subscription),
        inWords.subtitle(subscription),
        facts);
  }
}
