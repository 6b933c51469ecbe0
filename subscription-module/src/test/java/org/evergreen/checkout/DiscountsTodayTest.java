package org.evergreen.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evergreen.terms.IntervalUnit.DAY;
import static org.evergreen.testing.OfferBuilder.monthly;
import static org.evergreen.testing.OfferBuilder.usd;
import static org.evergreen.testing.OfferBuilder.yearly;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.money.Percentage;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.terms.RecurringDiscount;
import org.evergreen.terms.RecurringDiscount.Reduction;
import org.evergreen.testing.FakeStorefront;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.StepClock;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class DiscountsTodayTest {

  private final FakeStorefront shop = new FakeStorefront();
  private final Sku coffee = shop.product("Coffee", ProductKind.PHYSICAL, "12.00");
  private final ShopTime time =
      new ShopTime(StepClock.at("2026-01-31T10:00:00Z"), ZoneId.of("Europe/Berlin"));

  @Test
  void percentIsTakenOffRecurringPricesAndNothingElse() {
    Map<String, Money> off =
        off(
            percent("20"),
            line("monthly", 2, monthly("10.00").signUpFee("50")),
            line("trial", 1, monthly("10.00").trial(14, DAY)),
            new CartLine("once", coffee, 1, Optional.empty()));
    assertThat(off).containsExactly(Map.entry("monthly", usd("4.00")));
  }

  @Test
  void amountIsTakenOffEachSubscriptionOnceAndSpreadOverItsLines() {
    Map<String, Money> off =
        off(
            amount("5.00"),
            line("a", 1, monthly("10.00")),
            line("b", 1, monthly("5.00")),
            line("yearly", 1, yearly("3.00")));
    assertThat(off)
        .containsOnly(
            Map.entry("a", usd("3.33")),
            Map.entry("b", usd("1.67")),
            Map.entry("yearly", usd("3.00")));
  }

  @Test
  void firstOrderCountsAsAPaymentOnlyWhenItPaysARecurringPrice() {
    RecurringDiscount three = new RecurringDiscount("Three", reduction("20"), OptionalInt.of(3));
    RecurringDiscount one = new RecurringDiscount("One", reduction("20"), OptionalInt.of(1));
    RecurringDiscount always = percent("20");
    assertThat(DiscountsToday.left(List.of(three, one, always), true))
        .containsExactly(
            new RecurringDiscount("Three", reduction("20"), OptionalInt.of(2)), always);
    assertThat(DiscountsToday.left(List.of(three, one, always), false))
        .containsExactly(three, one, always);
  }

  private Map<String, Money> off(RecurringDiscount discount, CartLine... lines) {
    return DiscountsToday.of(List.of(lines), List.of(discount), time);
  }

  private CartLine line(String key, int quantity, OfferBuilder offer) {
    return new CartLine(key, coffee, quantity, Optional.of(offer.build()));
  }

  private static RecurringDiscount percent(String percent) {
    return new RecurringDiscount("Off", reduction(percent), OptionalInt.empty());
  }

  private static Reduction reduction(String percent) {
    return new Reduction.Percent(Percentage.of(percent));
  }

  private static RecurringDiscount amount(String amount) {
    return new RecurringDiscount("Off", new Reduction.Amount(usd(amount)), OptionalInt.empty());
  }
}
