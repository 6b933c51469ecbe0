package org.evergreen.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.evergreen.checkout.SubscriptionCheckout;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.testing.OfferBuilder;
import org.evergreen.testing.PaidOrderBuilder;
import org.evergreen.testing.TestShop;
import org.junit.jupiter.api.Test;

class IdSequenceTest {

  @Test
  void idsNeverCollideWithThoseThatHibernateTakesFromTheSameSequence() {
    try (TestShop shop = TestShop.in("UTC", "2026-01-31T16:00:00Z")) {
      IdSequence mine = new IdSequence(shop.jdbc(), "evergreen_subscription_seq");
      IdSequence another = new IdSequence(shop.jdbc(), "evergreen_subscription_seq");
      List<Long> ids = new ArrayList<>();
      for (int i = 0; i < 130; i++) {
        ids.addAll(mine.next(1 + i % 3));
        ids.add(another.next());
        ids.add(subscribe(shop, i));
      }

      assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id > 0);
    }
  }

  private static long subscribe(TestShop shop, int number) {
    CustomerId ada = shop.storefront().customer("ada");
    Sku sku = shop.storefront().product("Membership", ProductKind.VIRTUAL, "9.90");
    PaidOrderBuilder order =
        PaidOrderBuilder.order("order-" + number, ada, shop.clock().instant())
            .with(sku, 1, OfferBuilder.monthly("9.90"));
    return shop.get(SubscriptionCheckout.class).onOrderPaid(order.build()).get(0).value();
  }
}
