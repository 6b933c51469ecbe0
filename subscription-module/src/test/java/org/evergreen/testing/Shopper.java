package org.evergreen.testing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.evergreen.money.StoredMoney;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderRequest;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionQueries;

/** Somebody who buys in a {@link ScenarioShop}, and what he sees of it. */
public final class Shopper {

  /** Something to buy, under a plan. */
  public record Wish(String product, ProductKind kind, OfferBuilder offer) {}

  private final ScenarioShop shop;
  private final CustomerId id;
  private PaymentMethodId card;

  Shopper(ScenarioShop shop, CustomerId id) {
    this.shop = shop;
    this.id = id;
  }

  /** A product that ships, every month at a price before tax. */
  public static Wish monthly(String product, String price) {
    return new Wish(product, ProductKind.PHYSICAL, OfferBuilder.monthly(price));
  }

  /** A membership, every year at a price before tax. */
  public static Wish yearlyMembership(String product, String price) {
    return new Wish(product, ProductKind.VIRTUAL, OfferBuilder.yearly(price));
  }

  /** A membership under any terms. */
  public static Wish membership(String product, OfferBuilder offer) {
    return new Wish(product, ProductKind.VIRTUAL, offer);
  }

  /** Leaves a card, which pays everything from now on. */
  public Shopper payingWith(SandboxCard newCard) {
    card = shop.get(PaymentMethods.class).store(id, newCard.token()).id();
    shop.shop()
        .jdbc()
        .update(
            "update evergreen_subscription set payment_method_id = ?, version = version + 1"
                + " where customer_id = ?",
            card.value(),
            id.value());
    return this;
  }

  /** Buys all of it with one order, paid at once. */
  public void buys(Wish... wishes) {
    PaidOrderBuilder order = shop.order(id).paidWith(card);
    for (Wish wish : wishes) {
      Sku sku = shop.shop().storefront().product(wish.product(), wish.kind(), "99.00");
      order.with(sku, 1, wish.offer());
    }
    shop.sell(order);
  }

  public void cancels() {
    subscriptions()
        .forEach(one -> shop.get(SubscriptionCommands.class).cancel(one.id(), Actor.shopper(), ""));
  }

  public void changesHisMind() {
    subscriptions()
        .forEach(
            one ->
                shop.get(SubscriptionCommands.class).undoCancellation(one.id(), Actor.shopper()));
  }

  /** All his subscriptions, oldest first. */
  public List<Subscription> subscriptions() {
    return shop.get(SubscriptionQueries.class).ofCustomer(id).stream()
        .sorted(Comparator.comparingLong(one -> one.id().value()))
        .toList();
  }

  /** Where his subscriptions stand, oldest first. */
  public List<String> statuses() {
    return subscriptions().stream().map(one -> one.status().name()).toList();
  }

  /** The days on which his subscriptions are paid next, oldest subscription first. */
  public List<String> nextPayments() {
    return subscriptions().stream()
        .map(one -> one.nextPaymentAt().map(shop::day).map(Object::toString).orElse("never"))
        .toList();
  }

  /** What renewals took from his cards, for example "2026-02-28 USD 43.12". */
  public List<String> charges() {
    return shop.shop()
        .jdbc()
        .query(
            "select opened_at, currency, amount from evergreen_charge"
                + " where customer_id = ? and state = 'SUCCEEDED' order by id",
            (row, number) ->
                shop.day(row.getTimestamp(1).toInstant())
                    + " "
                    + StoredMoney.of(row.getString(2), row.getBigDecimal(3)),
            id.value());
  }

  /** The orders that renewals placed for him: how many lines each has. */
  public List<Integer> linesOfRenewalOrders() {
    Collection<OrderRequest> placed = shop.host().placed().values();
    return placed.stream()
        .filter(order -> order.request().customer().filter(id::equals).isPresent())
        .sorted(Comparator.comparing(OrderRequest::paidAt))
        .map(order -> order.request().lines().size())
        .toList();
  }

  /** The subjects of his mails, oldest first. */
  public List<String> mails() {
    return shop.mailbox().mails().stream()
        .filter(mail -> mail.to().startsWith(id.value() + "@"))
        .map(mail -> mail.subject())
        .toList();
  }

  /** The text of his latest mail. */
  public String latestMail() {
    return shop.mailbox().latest().text();
  }
}
