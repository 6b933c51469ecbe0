package org.evergreen.demo.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.Quote.PricedLine;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Prices orders: lines, a parcel to each address, taxes by class and place. Tax is rounded line by
 * line, so that a part of an order can be refunded with its own tax.
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
    List<PricedLine> priced = lines.stream().map(line -> priced(line, shipTo)).toList();
    Money parcels = Money.zero(currency);
    Money parcelTax = Money.zero(currency);
    for (Map.Entry<Optional<PostalAddress>, Money> sent : parcels(lines, shipTo).entrySet()) {
      Money parcel = shipping.priceFor(sent.getValue());
      parcels = parcels.plus(parcel);
      parcelTax = parcelTax.plus(taxes.on(parcel, TaxPlace.of(sent.getKey()), TaxClass.STANDARD));
    }
    Money total =
        priced.stream()
            .map(line -> line.amount().plus(line.tax()))
            .reduce(parcels.plus(parcelTax), Money::plus);
    return new PricedGoods(priced, parcels, parcelTax, total);
  }

  private PricedLine priced(GoodsLine line, Optional<PostalAddress> shipTo) {
    TaxPlace place = TaxPlace.of(destination(line, shipTo));
    return new PricedLine(line.key(), line.price(), taxes.on(line.price(), place, line.taxClass()));
  }

  /** What the goods in each parcel are worth, by where it goes. */
  private static Map<Optional<PostalAddress>, Money> parcels(
      List<GoodsLine> lines, Optional<PostalAddress> shipTo) {
    Map<Optional<PostalAddress>, Money> parcels = new LinkedHashMap<>();
    lines.stream()
        .filter(GoodsLine::shipsNow)
        .forEach(line -> parcels.merge(destination(line, shipTo), line.price(), Money::plus));
    return parcels;
  }

  private static Optional<PostalAddress> destination(
      GoodsLine line, Optional<PostalAddress> shipTo) {
    return line.giftTo().or(() -> shipTo);
  }
}
