package org.evergreen.demo.order;

import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.testing.DemoStoreTest;
import org.evergreen.demo.testing.Shoppers;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.Orders;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.SkuId;
import org.evergreen.testing.OrdersContract;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoStoreTest
class DemoOrdersTest extends OrdersContract {

  @Autowired private DemoOrders orders;
  @Autowired private Shoppers shoppers;
  @Autowired private JdbcClient jdbc;

  private ShopUser shopper;

  @BeforeEach
  void prepare() {
    shopper = shoppers.shopper();
    jdbc.sql("update demo_sku set sellable = false where id = 'house-blend-large'").update();
  }

  @AfterEach
  void stockUp() {
    jdbc.sql("update demo_sku set sellable = true").update();
  }

  @Override
  protected Orders orders() {
    return orders;
  }

  @Override
  protected CustomerId customer() {
    return shopper.customer();
  }

  @Override
  protected PostalAddress address() {
    return Shoppers.address();
  }

  @Override
  protected SkuId physicalSku() {
    return new SkuId("stoneware-mug");
  }

  @Override
  protected SkuId virtualSku() {
    return new SkuId("barista-basics");
  }

  @Override
  protected SkuId unsellableSku() {
    return new SkuId("house-blend-large");
  }

  @Override
  protected Money agreedPrice() {
    return Money.parse("USD 13.37");
  }

  @Override
  protected Money shippingOfTwo() {
    return Money.parse("USD 5.90");
  }

  @Override
  protected long keptOrders() {
    return jdbc.sql("select count(*) from demo_order").query(Long.class).single();
  }

  @Override
  protected boolean isMarkedAsRenewal(OrderId order) {
    return jdbc.sql("select renewal from demo_order where id = ?")
        .param(Long.valueOf(order.value()))
        .query(Boolean.class)
        .single();
  }
}
