package org.evergreen.demo.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.storefront.PostalAddress;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class OrderPricingTest {

  private static final TaxRates RATES =
      new TaxRates(
          Map.of(
              new TaxRates.Key("US", "", TaxClass.STANDARD), new BigDecimal("6"),
              new TaxRates.Key("US", "NY", TaxClass.STANDARD), new BigDecimal("8"),
              new TaxRates.Key("DE", "", TaxClass.STANDARD), new BigDecimal("19"),
              new TaxRates.Key("DE", "", TaxClass.REDUCED), new BigDecimal("7")));

  private final OrderPricing pricing =
      new OrderPricing(RATES, new ShippingSettings(new BigDecimal("5.90"), new BigDecimal("50")));

  @Test
  void taxFollowsTheClassOfTheGoodsAndTheCountryTheyGoTo() {
    PricedGoods priced =
        price(
            address("DE", ""),
            line("a", 1, "10", TaxClass.STANDARD),
            line("b", 1, "10", TaxClass.REDUCED),
            line("c", 1, "10", TaxClass.EXEMPT));
    assertThat(priced.lines().stream().map(each -> each.tax().toString()))
        .containsExactly("USD 1.90", "USD 0.70", "USD 0.00");
    assertThat(priced.shippingTax()).isEqualTo(Money.parse("USD 1.12"));
  }

  @Test
  void rateOfTheRegionGoesBeforeThatOfTheCountry() {
    assertThat(price(address("US", "ny"), line("a", 1, "100", TaxClass.STANDARD)).tax())
        .isEqualTo(Money.parse("USD 8"));
    assertThat(price(address("US", "TX"), line("a", 1, "100", TaxClass.STANDARD)).tax())
        .isEqualTo(Money.parse("USD 6"));
    assertThat(price(address("IS", ""), line("a", 1, "100", TaxClass.STANDARD)).tax())
        .isEqualTo(Money.parse("USD 0"));
  }

  @Test
  void oneParcelCostsOnceAndIsFreeFromItsThresholdOn() {
    assertThat(price(address("IS", ""), line("a", 2, "24.99", TaxClass.STANDARD)).shipping())
        .isEqualTo(Money.parse("USD 5.90"));
    assertThat(price(address("IS", ""), line("a", 2, "25", TaxClass.STANDARD)).shipping())
        .isEqualTo(Money.parse("USD 0"));
  }

  @Test
  void whatDoesNotShipNowCostsNoShipping() {
    GoodsLine inTrial =
        new GoodsLine("a", Money.parse("USD 0"), TaxClass.STANDARD, false, Optional.empty());
    PricedGoods priced = price(address("US", "NY"), inTrial);
    assertThat(priced.total()).isEqualTo(Money.parse("USD 0"));
  }

  @Test
  void giftIsAParcelOfItsOwnTaxedWhereItGoes() {
    GoodsLine gift =
        new GoodsLine(
            "gift", Money.parse("USD 10"), TaxClass.STANDARD, true, Optional.of(address("DE", "")));
    PricedGoods priced = price(address("US", "NY"), line("a", 1, "10", TaxClass.STANDARD), gift);
    assertThat(priced.lines().stream().map(each -> each.tax().toString()))
        .containsExactly("USD 0.80", "USD 1.90");
    assertThat(priced.shipping()).isEqualTo(Money.parse("USD 11.80"));
    assertThat(priced.shippingTax()).isEqualTo(Money.parse("USD 1.59"));
  }

  @Test
  void partsAddUpToTheTotal() {
    PricedGoods priced =
        price(
            address("US", "NY"),
            line("a", 3, "3.33", TaxClass.STANDARD),
            line("b", 7, "0.07", TaxClass.STANDARD));
    assertThat(priced.goods().plus(priced.shipping()).plus(priced.tax())).isEqualTo(priced.total());
  }

  private PricedGoods price(PostalAddress shipTo, GoodsLine... lines) {
    return pricing.price(CurrencyUnit.USD, Optional.of(shipTo), List.of(lines));
  }

  private static GoodsLine line(String key, int quantity, String price, TaxClass taxClass) {
    Money unitPrice = Money.parse("USD " + price);
    return new GoodsLine(key, unitPrice.multipliedBy(quantity), taxClass, true, Optional.empty());
  }

  private static PostalAddress address(String country, String region) {
    return new PostalAddress("A", "1 Street", "", "City", region, "1", country, "");
  }
}
