package org.evergreen.demo.cart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.demo.catalog.Shelves;
import org.evergreen.demo.catalog.ShopProduct;
import org.evergreen.demo.catalog.Variant;
import org.evergreen.plan.PlanOffer;
import org.evergreen.plan.ProductOffer;
import org.evergreen.plan.ProductOffers;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/** Looks at what a cart remembers with the eyes of today's catalog and plans, whoever has it. */
@Component
class CartReading {

  private final Shelves shelves;
  private final ProductOffers offers;

  CartReading(Shelves shelves, ProductOffers offers) {
    this.shelves = shelves;
    this.offers = offers;
  }

  List<CartEntry> read(List<StoredLine> lines) {
    Map<SkuId, ShopProduct> products = shelves.bySku(lines.stream().map(StoredLine::sku).toList());
    List<Sku> skus = new ArrayList<>();
    products.forEach((id, product) -> product.variant(id).map(product::sku).ifPresent(skus::add));
    Map<SkuId, ProductOffer> offered = offers.offersFor(skus);
    return lines.stream()
        .map(line -> entry(line, products.get(line.sku()), offered.get(line.sku())))
        .toList();
  }

  private static CartEntry entry(StoredLine line, ShopProduct product, ProductOffer offered) {
    if (product == null) {
      return blocked(
          line,
          Optional.empty(),
          "A product",
          "This product is no longer in the shop. Please remove it.");
    }
    Variant variant = product.variant(line.sku()).orElseThrow();
    Sku sku = product.sku(variant);
    if (!sku.sellable()) {
      return blocked(
          line, product, sku, "It is sold out at the moment. Please remove it to go on.");
    }
    return line.offer().isPresent()
        ? underPlan(line, product, sku, offered)
        : oneTime(line, product, sku, offered);
  }

  private static CartEntry underPlan(
      StoredLine line, ShopProduct product, Sku sku, ProductOffer offered) {
    PlanOffer remembered = line.offer().orElseThrow();
    Optional<PlanOffer> current = offered.offer(remembered.plan());
    if (current.isEmpty()) {
      return blocked(
          line,
          product,
          sku,
          "The plan \u201c"
              + remembered.planName()
              + "\u201d is no longer offered for it. Please remove it; on its page you can choose"
              + " another way to buy it.");
    }
    Optional<Money> before =
        Optional.of(remembered.unitPrice())
            .filter(price -> !price.equals(current.get().unitPrice()));
    return item(line, product, sku, current, before);
  }

  private static CartEntry oneTime(
      StoredLine line, ShopProduct product, Sku sku, ProductOffer offered) {
    if (!offered.mode().allowsOneTime()) {
      return blocked(
          line,
          product,
          sku,
          "It is now sold by subscription only. Please remove it; on its page you can choose a"
              + " plan.");
    }
    return item(line, product, sku, Optional.empty(), Optional.empty());
  }

  private static CartItem item(
      StoredLine line,
      ShopProduct product,
      Sku sku,
      Optional<PlanOffer> offer,
      Optional<Money> priceBefore) {
    return new CartItem(
        line.id(),
        product,
        sku,
        line.quantity(),
        offer,
        priceBefore,
        line.gift(),
        CartItem.Terms.unknown());
  }

  private static BlockedItem blocked(StoredLine line, ShopProduct product, Sku sku, String reason) {
    return blocked(line, Optional.of(product), sku.name(), reason);
  }

  private static BlockedItem blocked(
      StoredLine line, Optional<ShopProduct> product, String name, String reason) {
    return new BlockedItem(line.id(), product, name, reason);
  }
}
