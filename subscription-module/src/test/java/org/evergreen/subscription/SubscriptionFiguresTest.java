package org.evergreen.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.usd;
import static org.evergreen.testing.OfferBuilder.yearly;
import static org.evergreen.testing.PaidOrderBuilder.order;

import java.time.Instant;
import java.util.List;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.TestShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubscriptionFiguresTest {

  private static final TestShop SHOP = TestShop.in("UTC", "2026-01-31T10:00:00Z");
  private static final Instant MONTH_LATER = Instant.parse("2026-02-28T10:00:00Z");

  private final SubscriptionFigures figures = new SubscriptionFigures(SHOP.database().namedJdbc());
  private final CustomerId customer = SHOP.storefront().customer("ada");
  private final Sku coffee = SHOP.storefront().product("Coffee", ProductKind.PHYSICAL, "12.00");
  private final Sku club = SHOP.storefront().product("Club", ProductKind.VIRTUAL, "80.00");

  @BeforeEach
  void emptyShop() {
    SHOP.empty();
  }

  @AfterAll
  static void closeShop() {
    SHOP.close();
  }

  @Test
  void shopWithoutSubscriptionsCountsNothing() {
    assertThat(figures.byStatus()).isEmpty();
    assertThat(figures.dueBefore(MONTH_LATER))
        .isEqualTo(new SubscriptionFigures.Coming(0, List.of()));
  }

  @Test
  void subscriptionsAreCountedByStatus() {
    SubscriptionId first = start("1", coffee, monthlyCoffee());
    start("2", coffee, monthlyCoffee());
    start("3", coffee, monthly("12.00").trial(14, IntervalUnit.DAY));
    commands().cancel(first, Actor.shopper(), "");

    assertThat(figures.byStatus())
        .containsEntry(SubscriptionStatus.ACTIVE, 1L)
        .containsEntry(SubscriptionStatus.TRIALING, 1L)
        .containsEntry(SubscriptionStatus.PENDING_CANCEL, 1L)
        .hasSize(3);
  }

  @Test
  void everyLineOfANextPaymentCountsOnce() {
    SHOP.get(SubscriptionCheckout.class)
        .onOrderPaid(
            order("1", customer, SHOP.time().now())
                .with(coffee, 2, monthlyCoffee())
                .with(club, 1, monthly("8.00"))
                .build());

    assertThat(figures.dueBefore(MONTH_LATER.plusSeconds(1)))
        .isEqualTo(new SubscriptionFigures.Coming(1, List.of(usd("29.80"))));
  }

  @Test
  void paymentAtTheEndOfTheTimeIsNotCounted() {
    start("1", coffee, monthlyCoffee());

    assertThat(figures.dueBefore(MONTH_LATER).subscriptions()).isZero();
    assertThat(figures.dueBefore(MONTH_LATER.plusMillis(1)).subscriptions()).isEqualTo(1);
  }

  @Test
  void cancelledLaterAndParkedPaymentsAreNotComing() {
    SubscriptionId cancelled = start("1", coffee, monthlyCoffee());
    SubscriptionId parked = start("2", coffee, monthlyCoffee());
    start("3", club, yearly("80.00"));
    commands().cancel(cancelled, Actor.shopper(), "");
    SHOP.jdbc()
        .update(
            "insert into evergreen_parked_renewal (subscription_id, due_at, parked_at, problem)"
                + " values (?, now(), now(), 'gone')",
            parked.value());

    assertThat(figures.dueBefore(MONTH_LATER.plusSeconds(1)).subscriptions()).isZero();
  }

  private static OfferBuilder monthlyCoffee() {
    return monthly("10.90");
  }

  private SubscriptionId start(String order, Sku sku, OfferBuilder offer) {
    return SHOP.get(SubscriptionCheckout.class)
        .onOrderPaid(order(order, customer, SHOP.time().now()).with(sku, 1, offer).build())
        .get(0);
  }

  private static SubscriptionCommands commands() {
    return SHOP.get(SubscriptionCommands.class);
  }
}
