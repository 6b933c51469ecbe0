package org.evergreen.broadleaf.site;

import org.evergreen.broadleaf.Amounts;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.CatalogProduct;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;
import org.evergreen.testing.CatalogContract;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

@SiteTest
class BroadleafCatalogTest extends CatalogContract {

  private static final long SAUCE = 4;
  private static final long GONE = 13;

  @Autowired Catalog catalog;
  @Autowired Shop shop;

  @BeforeEach
  void oneSauceIsGone() {
    shop.stopSelling(GONE);
  }

  @Override
  protected Catalog catalog() {
    return catalog;
  }

  @Override
  protected Sku sellableSku() {
    return sku(SAUCE, true);
  }

  @Override
  protected Sku unsellableSku() {
    return sku(GONE, false);
  }

  @Override
  protected CatalogProduct product() {
    Sku sku = sellableSku();
    return new CatalogProduct(sku.productId(), sku.name(), sku.kind(), sku.price());
  }

  private Sku sku(long product, boolean sellable) {
    var sku = shop.sku(product);
    return new Sku(
        new SkuId(sku.getId().toString()),
        new ProductId(Long.toString(product)),
        sku.getName(),
        Amounts.of(sku.getPrice()),
        ProductKind.PHYSICAL,
        sellable);
  }
}
