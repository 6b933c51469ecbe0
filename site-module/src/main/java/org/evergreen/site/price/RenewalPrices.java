package org.evergreen.site.price;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.evergreen.site.words.SiteWords;
import org.evergreen.storefront.Orders;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.Quote;
import org.evergreen.storefront.QuoteLine;
import org.evergreen.storefront.QuoteRequest;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionLine;
import org.joda.money.Money;

/** Asks the host what subscriptions cost with tax and shipping, all in one call. */
public class RenewalPrices {
  private final Orders orders;
  private final Addresses addresses;

  public RenewalPrices(Orders orders, Addresses addresses) {
    this.orders = orders;
    this.addresses = addresses;
  }

  /** The price of each; of one that the host cannot price now, the agreed price alone. */
  public Map<SubscriptionId, RenewalPrice> of(Collection<Subscription> subscriptions) {
    if (subscriptions.isEmpty()) {
      return Map.of();
    }
    Map<Long, PostalAddress> shipTo = shipTo(subscriptions);
    List<QuoteRequest> requests =
        subscriptions.stream()
            .map(
                subscription ->
                    request(
                        subscription,
                        subscription.shipTo().map(shipTo::get).filter(Objects::nonNull)))
            .toList();
    Map<String, Quote> quotes = new HashMap<>();
    orders.quote(requests).forEach(quote -> quotes.put(quote.reference(), quote));
    Map<SubscriptionId, RenewalPrice> prices = new HashMap<>();
    for (Subscription subscription : subscriptions) {
      prices.put(subscription.id(), price(subscription, quotes.get(reference(subscription))));
    }
    return prices;
  }

  /** What a payment costs when it goes to another address; empty when it cannot go there. */
  public Optional<RenewalPrice> shippedTo(Subscription subscription, PostalAddress address) {
    QuoteRequest there = request(subscription, Optional.of(address));
    return orders.quote(List.of(there)).stream()
        .filter(Quote.Priced.class::isInstance)
        .findFirst()
        .map(quote -> price(subscription, quote));
  }

  private Map<Long, PostalAddress> shipTo(Collection<Subscription> subscriptions) {
    return addresses.byId(
        subscriptions.stream().map(Subscription::shipTo).flatMap(Optional::stream).toList());
  }

  private static QuoteRequest request(Subscription subscription, Optional<PostalAddress> shipTo) {
    return new QuoteRequest(
        reference(subscription),
        Optional.of(subscription.customer()),
        subscription.currency(),
        shipTo,
        subscription.lines().stream().map(RenewalPrices::line).toList());
  }

  private static QuoteLine line(SubscriptionLine line) {
    return new QuoteLine(Long.toString(line.id()), line.sku(), line.quantity(), line.unitPrice());
  }

  private static RenewalPrice price(Subscription subscription, Quote quote) {
    if (quote instanceof Quote.Priced priced) {
      return new RenewalPrice(priced.total(), priced.shipping(), tax(priced), true);
    }
    Money none = Money.zero(subscription.currency());
    return new RenewalPrice(subscription.recurringAmount(), none, none, false);
  }

  private static Money tax(Quote.Priced priced) {
    return priced.lines().stream()
        .map(Quote.PricedLine::tax)
        .reduce(priced.shippingTax(), Money::plus);
  }

  private static String reference(Subscription subscription) {
    return "subscription-" + subscription.id();
  }

  /** For example "$20.35 with tax and shipping". */
  public String inWords(Subscription subscription, SiteWords words) {
    RenewalPrice price = of(List.of(subscription)).get(subscription.id());
    return words.money(price.total()) + " " + price.note();
  }
}
