package org.evergreen.broadleaf.site;

import java.math.BigDecimal;
import org.broadleafcommerce.core.order.service.OrderService;
import org.evergreen.broadleaf.order.RenewalMark;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.Orders;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.SkuId;
import org.evergreen.testing.OrdersContract;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.support.TransactionOperations;

@SiteTest
class BroadleafOrdersTest extends OrdersContract {

  private static final long SHIPPED = 4;
  private static final long DOWNLOADED = 12;
  private static final long GONE = 13;

  @Autowired Orders orders;
  @Autowired Shop shop;

  @Autowired
  @Qualifier("blOrderService")
  OrderService orderService;

  @Autowired
  @Qualifier("evergreenTransactions")
  TransactionOperations transactions;

  private CustomerId customer;

  @BeforeEach
  void catalog() {
    shop.download(DOWNLOADED);
    shop.stopSelling(GONE);
    customer = shop.customer();
  }

  @Override
  protected Orders orders() {
    return orders;
  }

  @Override
  protected CustomerId customer() {
    return customer;
  }

  @Override
  protected PostalAddress address() {
    return Shop.address();
  }

  @Override
  protected SkuId physicalSku() {
    return sku(SHIPPED);
  }

  @Override
  protected SkuId virtualSku() {
    return sku(DOWNLOADED);
  }

  @Override
  protected SkuId unsellableSku() {
    return sku(GONE);
  }

  private SkuId sku(long product) {
    return new SkuId(shop.sku(product).getId().toString());
  }

  @Override
  protected Money agreedPrice() {
    return usd("3.21");
  }

  @Override
  protected Money shippingOfTwo() {
    return usd("5.00");
  }

  private static Money usd(String amount) {
    return Money.of(CurrencyUnit.USD, new BigDecimal(amount));
  }

  @Override
  protected long keptOrders() {
    return shop.orders();
  }

  @Override
  protected boolean isMarkedAsRenewal(OrderId order) {
    return transactions.execute(
        status -> RenewalMark.on(orderService.findOrderById(Long.parseLong(order.value()))));
  }
}
