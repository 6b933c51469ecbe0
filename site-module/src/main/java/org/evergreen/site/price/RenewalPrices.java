package org.evergreen.site.price;

import java.util.ArrayList;
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
import org.evergreen.subscription.DiscountMath;
import org.evergreen.subscription.Discounts;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.subscription.SubscriptionLine;
import org.evergreen.terms.RecurringDiscount;
import org.joda.money.Money;

/**
 * Asks the host what subscriptions cost with tax, shipping and the discounts that they have, all in
 * one call.
 */
public class RenewalPrices {
  private final Orders orders;
  private final Addresses addresses;
  private final Discounts discounts;

  public RenewalPrices(Orders orders, Addresses addresses, Discounts discounts) {
    this.orders = orders;
    this.addresses = addresses;
    this.discounts = discounts;
  }

  /** A payment to be priced: the how many-th from the next on, counted from 0. */
  private record Wanted(Subscription subscription, int payment, QuoteRequest request) {}

  /**
   * The next payment of each; of one that the host cannot price now, the agreed price alone. Credit
   * is not taken off.
   */
  public Map<SubscriptionId, RenewalPrice> of(Collection<Subscription> subscriptions) {
    if (subscriptions.isEmpty()) {
      return Map.of();
    }
    Map<SubscriptionId, List<Discounts.Running>> running = running(subscriptions);
    Map<Long, PostalAddress> shipTo = shipTo(subscriptions);
    List<Wanted> wanted = new ArrayList<>();
    for (Subscription each : subscriptions) {
      wanted.add(
          wanted(each, 0, running.getOrDefault(each.id(), List.of()), address(each, shipTo)));
    }
    Map<SubscriptionId, RenewalPrice> prices = new HashMap<>();
    List<RenewalPrice> priced = prices(wanted);
    for (int i = 0; i < wanted.size(); i++) {
      prices.put(wanted.get(i).subscription().id(), priced.get(i));
    }
    return prices;
  }

  /** The next payments of one, each with the discounts that are left by then. */
  public List<RenewalPrice> payments(Subscription subscription, int count) {
    List<Discounts.Running> running = discounts.running(subscription.id());
    Optional<PostalAddress> address = address(subscription, shipTo(List.of(subscription)));
    List<Wanted> wanted = new ArrayList<>();
    for (int payment = 0; payment < count; payment++) {
      wanted.add(wanted(subscription, payment, running, address));
    }
    return prices(wanted);
  }

  /** What a payment costs when it goes to another address; empty when it cannot go there. */
  public Optional<RenewalPrice> shippedTo(Subscription subscription, PostalAddress address) {
    List<Discounts.Running> running = discounts.running(subscription.id());
    return Optional.of(
            prices(List.of(wanted(subscription, 0, running, Optional.of(address)))).get(0))
        .filter(RenewalPrice::complete);
  }

  /** For example "$20.35 with tax and shipping". */
  public String inWords(Subscription subscription, SiteWords words) {
    RenewalPrice price = of(List.of(subscription)).get(subscription.id());
    return words.money(price.total()) + " " + price.note();
  }

  private Map<SubscriptionId, List<Discounts.Running>> running(
      Collection<Subscription> subscriptions) {
    return discounts.running(subscriptions.stream().map(Subscription::id).toList());
  }

  private Map<Long, PostalAddress> shipTo(Collection<Subscription> subscriptions) {
    return addresses.byId(
        subscriptions.stream().map(Subscription::shipTo).flatMap(Optional::stream).toList());
  }

  private static Optional<PostalAddress> address(
      Subscription subscription, Map<Long, PostalAddress> shipTo) {
    return subscription.shipTo().map(shipTo::get).filter(Objects::nonNull);
  }

  private static Wanted wanted(
      Subscription subscription,
      int payment,
      List<Discounts.Running> running,
      Optional<PostalAddress> shipTo) {
    List<RecurringDiscount> left =
        running.stream()
            .map(Discounts.Running::discount)
            .filter(discount -> discount.payments().orElse(Integer.MAX_VALUE) > payment)
            .toList();
    String reference = "subscription-" + subscription.id() + "-" + payment;
    QuoteRequest request =
        new QuoteRequest(
            reference,
            Optional.of(subscription.customer()),
            subscription.currency(),
            shipTo,
            lines(subscription, left));
    return new Wanted(subscription, payment, request);
  }

  private static List<QuoteLine> lines(
      Subscription subscription, List<RecurringDiscount> discounts) {
    List<SubscriptionLine> lines = subscription.lines();
    List<Money> off =
        DiscountMath.split(lines.stream().map(SubscriptionLine::amount).toList(), discounts);
    List<QuoteLine> quoted = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      SubscriptionLine line = lines.get(i);
      quoted.add(
          new QuoteLine(
              Long.toString(line.id()),
              line.sku(),
              line.quantity(),
              line.unitPrice(),
              off.get(i),
              !line.shippingOnce()));
    }
    return quoted;
  }

  private List<RenewalPrice> prices(List<Wanted> wanted) {
    Map<String, Quote> quotes = new HashMap<>();
    orders
        .quote(wanted.stream().map(Wanted::request).toList())
        .forEach(quote -> quotes.put(quote.reference(), quote));
    return wanted.stream().map(each -> price(each, quotes)).toList();
  }

  private static RenewalPrice price(Wanted wanted, Map<String, Quote> quotes) {
    QuoteRequest request = wanted.request();
    if (quotes.get(request.reference()) instanceof Quote.Priced priced) {
      return new RenewalPrice(priced.total(), priced.shipping(), tax(priced), true);
    }
    Money none = Money.zero(request.currency());
    Money agreed = request.lines().stream().map(QuoteLine::price).reduce(none, Money::plus);
    return new RenewalPrice(agreed, none, none, false);
  }

  private static Money tax(Quote.Priced priced) {
    return priced.lines().stream()
        .map(Quote.PricedLine::tax)
        .reduce(priced.shippingTax(), Money::plus);
  }
}
