package org.evergreen.demo.checkout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.checkout.CartLine;
import org.evergreen.checkout.DiscountsToday;
import org.evergreen.checkout.Gift;
import org.evergreen.checkout.RecurringTotals;
import org.evergreen.config.EvergreenProperties;
import org.evergreen.demo.cart.Cart;
import org.evergreen.demo.cart.CartItem;
import org.evergreen.demo.coupon.Coupon;
import org.evergreen.demo.order.GoodsLine;
import org.evergreen.demo.order.PriceBook;
import org.evergreen.demo.order.PricedGoods;
import org.evergreen.demo.order.TaxClass;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.SkuId;
import org.evergreen.subscription.DiscountMath;
import org.evergreen.terms.RecurringDiscount;
import org.evergreen.time.ShopTime;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Works out what a cart costs today and later. Lines that cannot be bought do not count. */
@Component
public class CartPricing {

  private final PriceBook prices;
  private final RecurringTotals recurring;
  private final ShopTime time;
  private final CurrencyUnit currency;

  CartPricing(
      PriceBook prices, RecurringTotals recurring, ShopTime time, EvergreenProperties settings) {
    this.prices = prices;
    this.recurring = recurring;
    this.time = time;
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
    List<CartLine> lines = items.stream().map(CartItem::engineLine).toList();
    List<RecurringDiscount> lasting = cart.coupon().map(Coupon::lasting).orElse(List.of());
    Map<String, Money> discounts = discounts(cart, lines);
    return new CartTotals(
        today(items, discounts, destination),
        discounts,
        recurring.of(customer, currency, destination, lines, lasting));
  }

  private Map<String, Money> discounts(Cart cart, List<CartLine> lines) {
    if (cart.coupon().isEmpty()) {
      return Map.of();
    }
    Coupon coupon = cart.coupon().get();
    if (!coupon.firstOrder()) {
      return DiscountsToday.of(lines, coupon.lasting(), time);
    }
    List<Money> due = cart.items().stream().map(CartItem::dueToday).toList();
    List<Money> off = DiscountMath.split(due, List.of(coupon.discount()));
    Map<String, Money> discounts = new HashMap<>();
    for (int i = 0; i < off.size(); i++) {
      discounts.put(lines.get(i).key(), off.get(i));
    }
    return discounts;
  }

  private PricedGoods today(
      List<CartItem> items, Map<String, Money> discounts, Optional<PostalAddress> shipTo) {
    Map<SkuId, TaxClass> taxClasses =
        prices.taxClasses(items.stream().map(item -> item.sku().id()).toList());
    List<GoodsLine> lines =
        items.stream()
            .map(
                item ->
                    new GoodsLine(
                        Long.toString(item.id()),
                        less(item, discounts),
                        taxClasses.get(item.sku().id()),
                        item.shipsNow(),
                        item.gift().flatMap(Gift::shipTo)))
            .toList();
    return prices.pricing().price(currency, shipTo, lines);
  }

  private static Money less(CartItem item, Map<String, Money> discounts) {
    Money off = discounts.get(Long.toString(item.id()));
    return off == null ? item.dueToday() : item.dueToday().minus(off);
  }
}
