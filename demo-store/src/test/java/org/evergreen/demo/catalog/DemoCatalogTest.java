package org.evergreen.demo.catalog;

import org.evergreen.demo.testing.DemoStoreTest;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.CatalogProduct;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;
import org.evergreen.testing.CatalogContract;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoStoreTest
class DemoCatalogTest extends CatalogContract {

  private static final Money SIXTEEN = Money.parse("USD 16");

  @Autowired private DemoCatalog catalog;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void sellOutOne() {
    jdbc.sql("update demo_sku set sellable = false where id = 'house-blend-large'").update();
  }

  @AfterEach
  void stockUp() {
    jdbc.sql("update demo_sku set sellable = true").update();
  }

  @Override
  protected Catalog catalog() {
    return catalog;
  }

  @Override
  protected Sku sellableSku() {
    return new Sku(
        new SkuId("house-blend-beans"),
        new ProductId("house-blend"),
        "House Blend Coffee, Whole bean",
        SIXTEEN,
        ProductKind.PHYSICAL,
        true);
  }

  @Override
  protected Sku unsellableSku() {
    return new Sku(
        new SkuId("house-blend-large"),
        new ProductId("house-blend"),
        "House Blend Coffee, Whole bean, 2 lb",
        Money.parse("USD 36"),
        ProductKind.PHYSICAL,
        false);
  }

  @Override
  protected CatalogProduct product() {
    return new CatalogProduct(
        new ProductId("house-blend"), "House Blend Coffee", ProductKind.PHYSICAL, SIXTEEN);
  }
}
