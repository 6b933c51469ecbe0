package org.evergreen.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.terms.IntervalUnit.MONTH;
import static org.evergreen.terms.IntervalUnit.YEAR;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.usd;
import static org.evergreen.testing.OfferBuilder.yearly;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.money.Percentage;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.Recipient;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.AlignmentDay;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.RecurringDiscount;
import org.evergreen.terms.RecurringDiscount.Reduction;
import org.evergreen.testing.FakeStorefront;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.StepClock;
import org.evergreen.time.ShopTime;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class RecurringTotalsTest {

  private static final Optional<PostalAddress> HOME = Optional.of(FakeStorefront.address());

  private static final OptionalInt NEVER_ENDS = OptionalInt.empty();

  private final FakeStorefront shop = new FakeStorefront();
  private final Sku coffee = shop.product("Coffee", ProductKind.PHYSICAL, "12.00");
  private final Sku tea = shop.product("Tea", ProductKind.PHYSICAL, "8.00");
  private final Sku club = shop.product("Club", ProductKind.VIRTUAL, "60.00");
  private final ShopTime time =
      new ShopTime(StepClock.at("2026-01-31T10:00:00Z"), ZoneId.of("Europe/Berlin"));
  private final RecurringTotals totals = new RecurringTotals(shop.orders(), time);

  @Test
  void eachGroupIsToldWithTaxAndShipping() {
    List<RecurringTotal> found =
        of(
            HOME,
            line("1", coffee, 2, monthly("10.00").signUpFee("99")),
            line("2", club, 1, yearly("60.00")),
            line("3", tea, 1, monthly("8.00")),
            new CartLine("4", tea, 1, Optional.empty()));
    assertThat(found)
        .containsExactly(
            new RecurringTotal(
                new BillingInterval(1, MONTH),
                OptionalInt.empty(),
                usd("36.30"),
                true,
                Instant.parse("2026-02-28T10:00:00Z"),
                false,
                List.of("Coffee", "Tea")),
            new RecurringTotal(
                new BillingInterval(1, YEAR),
                OptionalInt.empty(),
                usd("66.00"),
                true,
                Instant.parse("2027-01-31T10:00:00Z"),
                false,
                List.of("Club")));
    assertThat(shop.orders().quoteCalls()).isEqualTo(1);
  }

  @Test
  void withoutAnAddressTheAmountIsBeforeTaxAndShipping() {
    RecurringTotal total = of(Optional.empty(), line("1", coffee, 2, monthly("10.00"))).get(0);
    assertThat(total.complete()).isFalse();
    assertThat(total.amount()).isEqualTo(usd("20.00"));
  }

  @Test
  void paymentsAreThoseThatFollowTheFirstOrder() {
    assertThat(of(HOME, line("1", club, 1, monthly("5").payments(12))).get(0).payments())
        .hasValue(11);
    RecurringTotal trial =
        of(HOME, line("1", club, 1, monthly("5").payments(12).trial(14, DAY))).get(0);
    assertThat(trial.payments()).hasValue(12);
    assertThat(trial.afterTrial()).isTrue();
    assertThat(trial.firstRenewalAt()).isEqualTo("2026-02-14T10:00:00Z");
  }

  @Test
  void planWithOnePaymentHasNoRecurringTotal() {
    assertThat(of(HOME, line("1", club, 1, monthly("5").payments(1)))).isEmpty();
    assertThat(shop.orders().quoteCalls()).isZero();
  }

  @Test
  void cartWithoutPlansAsksTheHostForNothing() {
    assertThat(of(HOME, new CartLine("1", coffee, 1, Optional.empty()))).isEmpty();
    assertThat(shop.orders().quoteCalls()).isZero();
  }

  @Test
  void shippingIsLeftOutWhereOnlyTheFirstOrderPaysIt() {
    RecurringTotal total = of(HOME, line("1", coffee, 2, monthly("10.00").shippingOnce())).get(0);
    assertThat(total.amount()).isEqualTo(usd("22.00"));
  }

  @Test
  void alignedTotalNamesItsDayAndStartsOnIt() {
    AlignmentDay fifth = new AlignmentDay.DayOfMonth(5);
    RecurringTotal total = of(HOME, line("1", club, 1, monthly("10.00").proratedTo(fifth))).get(0);
    assertThat(total.alignment().map(Alignment::day)).contains(fifth);
    assertThat(time.dateOf(total.firstRenewalAt())).isEqualTo("2026-02-05");
  }

  @Test
  void giftIsATotalOfItsOwnThatNamesTheRecipient() {
    Recipient bo = new Recipient("bo@example.com", "Bo");
    Gift gift = new Gift(bo, HOME);
    CartLine given =
        new CartLine("2", coffee, 1, Optional.of(monthly("10").build()), Optional.of(gift));
    List<RecurringTotal> found = of(Optional.empty(), line("1", club, 1, monthly("5")), given);
    assertThat(found)
        .extracting(RecurringTotal::recipient)
        .containsExactly(Optional.empty(), Optional.of(bo));
    assertThat(found.get(1).amount()).isEqualTo(usd("16.50"));
  }

  @Test
  void discountThatLastsIsInTheAmountAndOneThatEndsBeforeIt() {
    RecurringDiscount always =
        new RecurringDiscount("Always", new Reduction.Percent(Percentage.of("10")), NEVER_ENDS);
    RecurringDiscount three =
        new RecurringDiscount("Three", new Reduction.Amount(usd("2")), OptionalInt.of(3));
    RecurringTotal total = discounted(List.of(always, three), monthly("10.00"));
    assertThat(total.amount()).isEqualTo(usd("9.90"));
    assertThat(total.atFirst()).contains(new RecurringTotal.AtFirst(usd("7.70"), 2));
    assertThat(discounted(List.of(three), monthly("10.00").trial(7, DAY)).atFirst())
        .contains(new RecurringTotal.AtFirst(usd("8.80"), 3));
    assertThat(discounted(List.of(always), monthly("10.00")).atFirst()).isEmpty();
  }

  private RecurringTotal discounted(List<RecurringDiscount> discounts, OfferBuilder offer) {
    return totals
        .of(Optional.empty(), CurrencyUnit.USD, HOME, List.of(line("1", club, 1, offer)), discounts)
        .get(0);
  }

  private List<RecurringTotal> of(Optional<PostalAddress> shipTo, CartLine... lines) {
    return totals.of(Optional.empty(), CurrencyUnit.USD, shipTo, List.of(lines));
  }

  private static CartLine line(String key, Sku sku, int quantity, OfferBuilder offer) {
    return new CartLine(key, sku, quantity, Optional.of(offer.build()));
  }
}
