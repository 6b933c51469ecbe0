package org.evergreen.broadleaf.catalog;

import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.inventory.service.InventoryService;
import org.broadleafcommerce.core.order.service.type.FulfillmentType;
import org.evergreen.broadleaf.Amounts;
import org.evergreen.storefront.CatalogProduct;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What the engine keeps of Broadleaf's SKUs and products. */
public class SkuSnapshots {

  private final InventoryService inventory;
  private final CurrencyUnit shopCurrency;

  /**
   * @param shopCurrency the currency of SKUs that have no price yet
   */
  public SkuSnapshots(InventoryService inventory, CurrencyUnit shopCurrency) {
    this.inventory = inventory;
    this.shopCurrency = shopCurrency;
  }

  /** A SKU as it is now; it belongs to a product. */
  public Sku of(org.broadleafcommerce.core.catalog.domain.Sku sku) {
    Product product = sku.getProduct();
    boolean sellable =
        sku.hasRetailPrice()
            && sku.isActive()
            && product.isActive()
            && inventory.isAvailable(sku, 1);
    return new Sku(
        new SkuId(sku.getId().toString()),
        new ProductId(product.getId().toString()),
        sku.getName(),
        price(sku),
        kind(sku),
        sellable);
  }

  /** A product with the price of its default SKU. */
  CatalogProduct product(Product product) {
    org.broadleafcommerce.core.catalog.domain.Sku sku = product.getDefaultSku();
    return new CatalogProduct(
        new ProductId(product.getId().toString()), product.getName(), kind(sku), price(sku));
  }

  private Money price(org.broadleafcommerce.core.catalog.domain.Sku sku) {
    return sku.hasRetailPrice() ? Amounts.of(sku.getPrice()) : Money.zero(shopCurrency);
  }

  /** Broadleaf ships what names no way of delivery. */
  private static ProductKind kind(org.broadleafcommerce.core.catalog.domain.Sku sku) {
    FulfillmentType type = sku.getFulfillmentType();
    if (FulfillmentType.DIGITAL.equals(type)) {
      return ProductKind.DOWNLOADABLE;
    }
    return FulfillmentType.GIFT_CARD.equals(type) ? ProductKind.VIRTUAL : ProductKind.PHYSICAL;
  }
}
