package org.evergreen.demo.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.testing.DemoStoreTest;
import org.evergreen.demo.testing.Shoppers;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.OrderRequest;
import org.evergreen.storefront.Orders;
import org.evergreen.storefront.Placement;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.Quote;
import org.evergreen.storefront.QuoteLine;
import org.evergreen.storefront.QuoteRequest;
import org.evergreen.storefront.SkuId;
import org.evergreen.testing.OrdersContract;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoStoreTest
class DemoOrdersTest extends OrdersContract {

  @Autowired private DemoOrders orders;
  @Autowired private OrderBook book;
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

  @Test
  void orderShowsWhatCreditPaidAndWhatWasTakenOff() {
    QuoteLine line =
        new QuoteLine("a", virtualSku(), 2, agreedPrice(), Money.parse("USD 1.74"), true);
    QuoteRequest request =
        new QuoteRequest(
            "q", Optional.of(customer()), CurrencyUnit.USD, Optional.empty(), List.of(line));
    Quote.Priced quote = (Quote.Priced) orders.quote(List.of(request)).get(0);
    Money credit = Money.parse("USD 10");
    OrderRequest order =
        new OrderRequest(
            "renewal-" + UUID.randomUUID(),
            request,
            quote,
            credit,
            "sandbox",
            "paid-1",
            Instant.parse("2026-03-29T01:30:00Z"));
    Placement.Placed placed = (Placement.Placed) orders.place(List.of(order)).get(0);
    ShopOrder found = book.find(shopper.accountId(), placed.number()).orElseThrow();
    assertThat(found.credit()).isEqualTo(credit);
    assertThat(found.charged()).isEqualTo(quote.total().minus(credit));
    assertThat(found.lines().get(0).discount()).isEqualTo(Money.parse("USD 1.74"));
    assertThat(found.lines().get(0).amount()).isEqualTo(Money.parse("USD 25.00"));
  }
}
