package org.evergreen.subscription;

import static org.evergreen.testing.PaidOrderBuilder.order;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.TestShop;

/** A shop with one product, in which subscriptions are started and looked at. */
final class SubscriptionFixture implements AutoCloseable {

  static final CustomerId ADA = new CustomerId("ada");
  static final String START = "2026-01-31T10:00:00Z";

  /** Remembers what it was told, and breaks on demand. */
  static class Listener implements SubscriptionListener {

    final List<String> told = new CopyOnWriteArrayList<>();
    volatile boolean failing;

    @Override
    public void cancelled(List<Subscription> subscriptions) {
      hear("cancelled", subscriptions);
    }

    @Override
    public void cancellationUndone(List<Subscription> subscriptions) {
      hear("undone", subscriptions);
    }

    @Override
    public void ended(List<Subscription> subscriptions) {
      hear("ended", subscriptions);
    }

    private void hear(String what, List<Subscription> subscriptions) {
      if (failing) {
        throw new IllegalStateException("The listener could not write");
      }
      subscriptions.forEach(s -> told.add(what + " " + s.id() + " " + s.status()));
    }
  }

  final TestShop shop = TestShop.in("Europe/Berlin", START, Map.of(), Listener.class);
  final SubscriptionCommands commands = shop.get(SubscriptionCommands.class);
  final SubscriptionQueries queries = shop.get(SubscriptionQueries.class);
  final Listener listener = shop.get(Listener.class);
  final Sku club = shop.storefront().product("Club", ProductKind.VIRTUAL, "60.00");
  private final AtomicInteger orders = new AtomicInteger();

  void reset() {
    shop.empty();
    shop.clock().set(START);
    listener.told.clear();
    listener.failing = false;
  }

  SubscriptionId start(OfferBuilder offer) {
    return start(ADA, offer);
  }

  SubscriptionId start(CustomerId customer, OfferBuilder offer) {
    String order = "order-" + orders.incrementAndGet();
    return shop.get(SubscriptionCheckout.class)
        .onOrderPaid(order(order, customer, shop.time().now()).with(club, 1, offer).build())
        .get(0);
  }

  Subscription get(SubscriptionId id) {
    return queries.find(id).orElseThrow();
  }

  /** Changes columns as a renewal run would. */
  void update(SubscriptionId id, String columns, Object... values) {
    Object[] parameters = Arrays.copyOf(values, values.length + 1);
    parameters[values.length] = id.value();
    shop.jdbc()
        .update(
            "update evergreen_subscription set version = version + 1, " + columns + " where id = ?",
            parameters);
  }

  Optional<Instant> nextDueAt(CustomerId customer) {
    return Optional.ofNullable(
            shop.jdbc()
                .queryForObject(
                    "select next_due_at from evergreen_billing_account where customer_id = ?",
                    OffsetDateTime.class,
                    customer.value()))
        .map(OffsetDateTime::toInstant);
  }

  @Override
  public void close() {
    shop.close();
  }
}
