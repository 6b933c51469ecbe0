package org.evergreen.demo.order;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What sending a parcel costs, in the currency of the order.
 *
 * @param flat for one parcel, before tax
 * @param freeFrom value of the goods in it, before tax, from which it is free
 */
@ConfigurationProperties("evergreen.demo.shipping")
public record ShippingSettings(
    @DefaultValue("5.90") BigDecimal flat, @DefaultValue("50") BigDecimal freeFrom) {

  /** The price of sending goods of this value. */
  Money priceFor(Money goods) {
    CurrencyUnit currency = goods.getCurrencyUnit();
    return goods.getAmount().compareTo(freeFrom) >= 0
        ? Money.zero(currency)
        : Money.of(currency, flat.setScale(currency.getDecimalPlaces()));
  }
}
