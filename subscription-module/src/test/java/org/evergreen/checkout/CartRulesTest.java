package org.evergreen.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.yearly;
import static org.evergreen.testing.PaidOrderBuilder.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evergreen.plan.PlanOffer;
import org.evergreen.settings.CheckoutRules;
import org.evergreen.settings.MerchantSettings;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.Actor;
import org.evergreen.subscription.Recipient;
import org.evergreen.subscription.Seen;
import org.evergreen.subscription.SubscriptionCommands;
import org.evergreen.subscription.SubscriptionId;
import org.evergreen.terms.PurchaseLimit;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.TestShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may buy what how often, who gets a trial, and what a cart may hold. */
class CartRulesTest {

  private static final Instant PAID = Instant.parse("2026-01-31T10:00:00Z");
  private static final CustomerId ADA = new CustomerId("ada");
  private static final Optional<CustomerId> NOBODY = Optional.empty();
  private static final Gift FOR_BO =
      new Gift(new Recipient("Bo@example.com", "Bo"), Optional.empty());

  private static TestShop shop;
  private static Sku club;
  private static Sku tea;

  @BeforeAll
  static void open() {
    shop = TestShop.in("Europe/Berlin", "2026-01-31T10:00:00Z");
    club = shop.storefront().product("Club", ProductKind.VIRTUAL, "60.00");
    tea = shop.storefront().product("Tea", ProductKind.PHYSICAL, "8.00");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @BeforeEach
  void empty() {
    shop.empty();
    shop.clock().set(PAID);
  }

  @Test
  void withoutALimitEverythingMayBeBoughtAgain() {
    buys(monthly("10"));
    assertThat(refusal(line(monthly("10")))).isEmpty();
  }

  @Test
  void oneActiveIsRefusedUntilTheFirstIsOver() {
    OfferBuilder limited = monthly("10").limit(PurchaseLimit.ONE_ACTIVE);
    assertThat(refusal(line(limited))).isEmpty();
    SubscriptionId id = buys(limited);
    assertThat(refusal(line(limited)))
        .hasValue("You already have a subscription to Club, and can have one only.");
    assertThat(refusal(line(yearly("99").limit(PurchaseLimit.ONE_ACTIVE)))).isPresent();

    commands().cancel(Seen.any(id), Actor.shopper(), "");
    assertThat(refusal(line(limited))).isPresent();
    commands().cancelNow(Seen.any(id), Actor.merchant("Grace"), "");
    assertThat(refusal(line(limited))).isEmpty();
  }

  @Test
  void oneEverIsRefusedAfterTheEndUnlessNothingWasEverPaid() {
    OfferBuilder limited = monthly("10").limit(PurchaseLimit.ONE_EVER).trial(14, DAY);
    SubscriptionId unpaid = buys(limited);
    assertThat(refusal(line(limited))).isPresent();
    commands().cancelNow(Seen.any(unpaid), Actor.merchant("Grace"), "");
    assertThat(refusal(line(limited))).isEmpty();

    SubscriptionId paid = buys(monthly("10").limit(PurchaseLimit.ONE_EVER));
    commands().cancelNow(Seen.any(paid), Actor.merchant("Grace"), "");
    assertThat(refusal(line(limited)))
        .hasValue("You have had a subscription to Club. It can be bought only once.");
  }

  @Test
  void unpaidOrderDoesNotCountUntilItIsPaid() {
    OfferBuilder limited = monthly("10").limit(PurchaseLimit.ONE_EVER);
    PaidOrder first = order("order-1", ADA, PAID).with(club, 1, limited).build();
    PaidOrder second = order("order-2", ADA, PAID).with(club, 1, limited).build();
    checkout().onOrderPlaced(first);
    checkout().onOrderPlaced(second);
    assertThat(refusal(line(limited))).isEmpty();
    assertThat(limits().check(second)).isEmpty();

    checkout().onOrderPaid(first);
    assertThat(limits().check(first)).isEmpty();
    assertThat(limits().check(second)).containsOnlyKeys("line-1");
  }

  @Test
  void severalOfALimitedProductInOneCartAreRefusedAlsoForAGuest() {
    OfferBuilder limited = monthly("10").limit(PurchaseLimit.ONE_ACTIVE);
    CartLine first = line(limited);
    CartLine second =
        new CartLine(
            "2", club, 1, Optional.of(yearly("99").limit(PurchaseLimit.ONE_ACTIVE).build()));
    assertThat(limits().check(NOBODY, List.of(first, second))).containsOnlyKeys("2");
    CartLine two = new CartLine("1", club, 2, Optional.of(limited.build()));
    assertThat(limits().check(NOBODY, List.of(two)))
        .containsEntry("1", "Club can be bought only once. Please keep one of it in your cart.");
  }

  @Test
  void giftCountsForThePersonWhoGetsIt() {
    OfferBuilder limited = monthly("10").limit(PurchaseLimit.ONE_ACTIVE);
    buys(limited);
    CartLine gift = gift("1", limited);
    assertThat(refusal(gift)).isEmpty();
    checkout().onOrderPaid(order("order-9", ADA, PAID).gift(club, limited, FOR_BO).build());
    assertThat(refusal(gift)).isPresent();
  }

  @Test
  void giftToOneselfCountsAsOnesOwn() {
    shop.storefront().customer(ADA.value());
    OfferBuilder limited = monthly("10").limit(PurchaseLimit.ONE_ACTIVE);
    Gift forAda = new Gift(new Recipient("ADA@example.com", "Ada"), Optional.empty());
    checkout().onOrderPaid(order("order-9", ADA, PAID).gift(club, limited, forAda).build());

    assertThat(refusal(line(limited))).isPresent();
    assertThat(refusal(gift("1", limited))).isEmpty();
  }

  @Test
  void trialIsGrantedOncePerCustomerAndProduct() {
    OfferBuilder once = monthly("10").trialOnce(14, DAY);
    assertThat(granted(line(once)).trial()).isPresent();
    SubscriptionId tried = buys(once);
    assertThat(granted(line(once)).trial()).isEmpty();
    commands().cancelNow(Seen.any(tried), Actor.merchant("Grace"), "");
    assertThat(granted(line(once)).trial()).isEmpty();
    assertThat(granted(line(monthly("10").trial(14, DAY))).trial()).isPresent();
    assertThat(granted(new CartLine("1", tea, 1, Optional.of(once.build()))).trial()).isPresent();
    assertThat(trials().apply(NOBODY, List.of(line(once))).get(0).offer().get().trial())
        .isPresent();
    assertThat(trials().apply(ADA, club.productId(), once.build()).trial()).isEmpty();
  }

  @Test
  void secondLineOfACartGetsNoSecondTrial() {
    PlanOffer once = monthly("10").trialOnce(14, DAY).build();
    List<CartLine> lines =
        trials()
            .apply(
                NOBODY,
                List.of(
                    new CartLine("1", club, 1, Optional.of(once)),
                    new CartLine("2", club, 1, Optional.of(once))));
    assertThat(lines.get(0).offer().orElseThrow().trial()).isPresent();
    assertThat(lines.get(1).offer().orElseThrow().trial()).isEmpty();
  }

  @Test
  void mixingAndGiftsAreRefusedWhenTheMerchantForbidsThem() {
    CartLine plan = line(monthly("10"));
    CartLine once = new CartLine("2", tea, 1, Optional.empty());
    assertThat(rules().refusal(List.of(plan, once))).isEmpty();
    assertThat(rules().refusals(NOBODY, List.of(gift("1", monthly("10"))))).isEmpty();

    with(new CheckoutRules(false, true, false));
    assertThat(rules().refusal(List.of(plan, once))).isPresent();
    assertThat(rules().refusal(List.of(plan))).isEmpty();
    assertThat(rules().refusal(List.of(once))).isEmpty();
    assertThat(rules().refusals(NOBODY, List.of(gift("1", monthly("10"))))).containsOnlyKeys("1");
  }

  private static void with(CheckoutRules rules) {
    shop.settings(MerchantSettings.defaults().with(rules));
  }

  private static SubscriptionId buys(OfferBuilder offer) {
    return checkout()
        .onOrderPaid(order("order-" + UUID.randomUUID(), ADA, PAID).with(club, 1, offer).build())
        .get(0);
  }

  private static CartLine line(OfferBuilder offer) {
    return new CartLine("1", club, 1, Optional.of(offer.build()));
  }

  private static CartLine gift(String key, OfferBuilder offer) {
    return new CartLine(key, club, 1, Optional.of(offer.build()), Optional.of(FOR_BO));
  }

  private static Optional<String> refusal(CartLine line) {
    return Optional.ofNullable(limits().check(Optional.of(ADA), List.of(line)).get(line.key()));
  }

  private static PlanOffer granted(CartLine line) {
    return trials().apply(Optional.of(ADA), List.of(line)).get(0).offer().orElseThrow();
  }

  private static PurchaseLimits limits() {
    return shop.get(PurchaseLimits.class);
  }

  private static TrialRights trials() {
    return shop.get(TrialRights.class);
  }

  private static CartRules rules() {
    return shop.get(CartRules.class);
  }

  private static SubscriptionCheckout checkout() {
    return shop.get(SubscriptionCheckout.class);
  }

  private static SubscriptionCommands commands() {
    return shop.get(SubscriptionCommands.class);
  }
}
