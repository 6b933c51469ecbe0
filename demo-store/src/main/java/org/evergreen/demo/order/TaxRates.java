package org.evergreen.demo.order;

import java.math.BigDecimal;
import java.util.Map;
import org.evergreen.money.Rounding;
import org.joda.money.Money;

/**
 * The percentages of taxes.
 *
 * @param percents by place and class; what is not in it is not taxed
 */
record TaxRates(Map<Key, BigDecimal> percents) {

  /** Where a rate holds; an empty region stands for the whole country. */
  record Key(String country, String region, TaxClass taxClass) {}

  TaxRates {
    percents = Map.copyOf(percents);
  }

  /** The tax on an amount: the region's rate where it has one, else the country's. */
  Money on(Money amount, TaxPlace place, TaxClass taxClass) {
    BigDecimal national =
        percents.getOrDefault(new Key(place.country(), "", taxClass), BigDecimal.ZERO);
    BigDecimal percent =
        percents.getOrDefault(new Key(place.country(), place.region(), taxClass), national);
    return Rounding.round(
        amount.getCurrencyUnit(), amount.getAmount().multiply(percent).movePointLeft(2));
  }
}
