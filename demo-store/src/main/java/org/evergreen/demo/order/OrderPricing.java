package org.evergreen.demo.order;

import java.util.List;
import java.util.Optional;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.Quote.PricedLine;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Prices orders: lines, one parcel, taxes by class and place. Tax is rounded line by line, so that
 * a part of an order can be refunded with its own tax.
 */
public final class OrderPricing {

  private final TaxRates taxes;
  private final ShippingSettings shipping;

  OrderPricing(TaxRates taxes, ShippingSettings shipping) {
    this.taxes = taxes;
    this.shipping = shipping;
  }

  /**
   * Prices an order.
   *
   * @param shipTo where it goes and is taxed; without it, where the shop is
   */
  public PricedGoods price(
      CurrencyUnit currency, Optional<PostalAddress> shipTo, List<GoodsLine> lines) {
    TaxPlace place = TaxPlace.of(shipTo);
    List<PricedLine> priced =
        lines.stream()
            .map(
                line ->
                    new PricedLine(
                        line.key(), line.amount(), taxes.on(line.amount(), place, line.taxClass())))
            .toList();
    Money parcel = parcel(currency, lines);
    Money parcelTax = taxes.on(parcel, place, TaxClass.STANDARD);
    Money total =
        priced.stream()
            .map(line -> line.amount().plus(line.tax()))
            .reduce(parcel.plus(parcelTax), Money::plus);
    return new PricedGoods(priced, parcel, parcelTax, total);
  }

  private Money parcel(CurrencyUnit currency, List<GoodsLine> lines) {
    List<GoodsLine> sent = lines.stream().filter(GoodsLine::shipsNow).toList();
    Money goods = sent.stream().map(GoodsLine::amount).reduce(Money.zero(currency), Money::plus);
    return sent.isEmpty() ? Money.zero(currency) : shipping.priceFor(goods);
  }
}
