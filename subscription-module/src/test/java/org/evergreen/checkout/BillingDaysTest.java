package org.evergreen.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.terms.IntervalUnit.MONTH;
import static org.evergreen.terms.IntervalUnit.WEEK;
import static org.evergreen.testing.OfferBuilder.every;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.usd;
import static org.evergreen.testing.PaidOrderBuilder.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.evergreen.settings.CheckoutRules;
import org.evergreen.settings.MerchantSettings;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.TestShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BillingDaysTest {

  private static final CustomerId ADA = new CustomerId("ada");

  private static TestShop shop;
  private static Sku coffee;

  @BeforeAll
  static void open() {
    shop = TestShop.in("Europe/Berlin", "2026-04-01T10:00:00Z");
    coffee = shop.storefront().product("Coffee", ProductKind.PHYSICAL, "12.00");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @BeforeEach
  void customerPaysOnTheFirst() {
    shop.empty();
    buysOn("2026-04-01T10:00:00Z", monthly("10"));
    shop.clock().set("2026-04-19T10:00:00Z");
  }

  @Test
  void newSubscriptionIsOfferedTheExistingDayWithItsFirstPaymentInPart() {
    BillingDayOffer offer = offer(line(monthly("10.50").signUpFee("1"), 2)).orElseThrow();
    BillingDayOffer.Move move = offer.moves().get(0);
    assertThat(move.day()).isEqualTo(LocalDate.parse("2026-05-01"));
    assertThat(move.days()).isEqualTo(12);
    assertThat(move.today()).isEqualTo(usd("10.40"));
    assertThat(move.otherwise()).isEqualTo(usd("23.00"));
    assertThat(move.then()).isEqualTo(usd("21.00"));
  }

  @Test
  void acceptedLinesAreDueTogetherWithWhatRuns() {
    BillingDayOffer.Move move = offer(line(monthly("10.50"), 1)).orElseThrow().moves().get(0);
    checkout()
        .onOrderPaid(
            order("order-2", ADA, shop.time().now())
                .with(
                    coffee,
                    1,
                    every(1, MONTH, "10.50")
                        .proratedTo(move.aligned().alignment().orElseThrow().day()))
                .build());
    assertThat(shop.get(SubscriptionQueries.class).ofCustomer(ADA))
        .extracting(one -> shop.time().dateOf(one.nextPaymentAt().orElseThrow()))
        .containsOnly(LocalDate.parse("2026-05-01"));
  }

  @Test
  void nothingIsOfferedWhereNoDayFits() {
    assertThat(offer(line(every(1, WEEK, "5"), 1))).isEmpty();
    assertThat(offer(line(every(2, MONTH, "5"), 1))).isEmpty();
    assertThat(offer(line(every(30, DAY, "5"), 1))).isEmpty();
    assertThat(offer(line(monthly("5").trial(14, DAY), 1))).isEmpty();
    assertThat(offer(new CartLine("1", coffee, 1, Optional.empty()))).isEmpty();
    shop.clock().set("2026-05-01T12:00:00Z");
    assertThat(offer(line(monthly("5"), 1))).isEmpty();
  }

  @Test
  void nothingIsOfferedToOthersOrWhenTheMerchantWantsNone() {
    assertThat(billingDays().offer(new CustomerId("bo"), List.of(line(monthly("5"), 1)))).isEmpty();
    MerchantSettings usual = MerchantSettings.defaults();
    shop.settings(usual.with(new CheckoutRules(true, false, true)));
    assertThat(offer(line(monthly("5"), 1))).isEmpty();
  }

  @Test
  void dayThatSomeMonthsLackIsNotOffered() {
    shop.empty();
    buysOn("2026-03-31T10:00:00Z", monthly("10"));
    shop.clock().set("2026-05-10T10:00:00Z");
    assertThat(offer(line(monthly("5"), 1))).isEmpty();
  }

  private static Optional<BillingDayOffer> offer(CartLine line) {
    return billingDays().offer(ADA, List.of(line));
  }

  private static void buysOn(String at, OfferBuilder offer) {
    checkout().onOrderPaid(order("order-1", ADA, Instant.parse(at)).with(coffee, 1, offer).build());
  }

  private static CartLine line(OfferBuilder offer, int quantity) {
    return new CartLine("1", coffee, quantity, Optional.of(offer.build()));
  }

  private static BillingDays billingDays() {
    return shop.get(BillingDays.class);
  }

  private static SubscriptionCheckout checkout() {
    return shop.get(SubscriptionCheckout.class);
  }
}
