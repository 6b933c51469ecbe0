package org.evergreen.demo.checkout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.checkout.RecurringTotals;
import org.evergreen.config.EvergreenProperties;
import org.evergreen.demo.cart.Cart;
import org.evergreen.demo.cart.CartItem;
import org.evergreen.demo.order.GoodsLine;
import org.evergreen.demo.order.PriceBook;
import org.evergreen.demo.order.PricedGoods;
import org.evergreen.demo.order.TaxClass;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.SkuId;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Component;

/** Works out what a cart costs today and later. Lines that cannot be bought do not count. */
@Component
public class CartPricing {

  private final PriceBook prices;
  private final RecurringTotals recurring;
  private final CurrencyUnit currency;

  CartPricing(PriceBook prices, RecurringTotals recurring, EvergreenProperties settings) {
    this.prices = prices;
    this.recurring = recurring;
    this.currency = settings.shop().currency();
  }

  /**
   * The totals.
   *
   * @param shipTo empty while it is not known: then tax is that of the shop's place
   */
  public CartTotals totals(
      Cart cart, Optional<CustomerId> customer, Optional<PostalAddress> shipTo) {
    Optional<PostalAddress> destination = shipTo.filter(address -> cart.ships());
    List<CartItem> items = cart.items();
    return new CartTotals(
        today(items, destination),
        recurring.of(
            customer, currency, destination, items.stream().map(CartItem::engineLine).toList()));
  }

  private PricedGoods today(List<CartItem> items, Optional<PostalAddress> shipTo) {
    Map<SkuId, TaxClass> taxClasses =
        prices.taxClasses(items.stream().map(item -> item.sku().id()).toList());
    List<GoodsLine> lines =
        items.stream()
            .map(
                item ->
                    new GoodsLine(
                        Long.toString(item.id()),
                        item.dueToday(),
                        taxClasses.get(item.sku().id()),
                        item.shipsNow(),
                        Optional.empty()))
            .toList();
    return prices.pricing().price(currency, shipTo, lines);
  }
}
