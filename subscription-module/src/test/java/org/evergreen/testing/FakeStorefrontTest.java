package org.evergreen.testing;

import static org.evergreen.testing.OfferBuilder.usd;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.CatalogProduct;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.CustomerProfile;
import org.evergreen.storefront.Customers;
import org.evergreen.storefront.DownloadFile;
import org.evergreen.storefront.Downloads;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.Orders;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;
import org.joda.money.Money;
import org.junit.jupiter.api.Nested;

/** The fake keeps the contracts that real hosts keep, so tests over it prove something. */
class FakeStorefrontTest {

  private static final Instant JANUARY = Instant.parse("2026-01-05T10:00:00Z");
  private static final Instant MARCH = Instant.parse("2026-03-05T10:00:00Z");

  private final FakeStorefront shop = new FakeStorefront();
  private final Sku coffee = shop.product("House coffee", ProductKind.PHYSICAL, "12.00");
  private final Sku club = shop.product("Club membership", ProductKind.VIRTUAL, "30.00");
  private final Sku tea = shop.product("Old tea", ProductKind.PHYSICAL, "8.00");
  private final Sku course = shop.product("Roasting course", ProductKind.DOWNLOADABLE, "20.00");
  private final CustomerId ada = shop.customer("ada");

  FakeStorefrontTest() {
    shop.stopSelling(tea.id());
  }

  @Nested
  class AsCatalog extends CatalogContract {

    @Override
    protected Catalog catalog() {
      return shop;
    }

    @Override
    protected Sku sellableSku() {
      return coffee;
    }

    @Override
    protected Sku unsellableSku() {
      return new Sku(tea.id(), tea.productId(), tea.name(), tea.price(), tea.kind(), false);
    }

    @Override
    protected CatalogProduct product() {
      return new CatalogProduct(coffee.productId(), coffee.name(), coffee.kind(), coffee.price());
    }
  }

  @Nested
  class AsCustomers extends CustomersContract {

    @Override
    protected Customers customers() {
      return shop;
    }

    @Override
    protected CustomerProfile customer() {
      return new CustomerProfile(ada, "ada@example.com", "Ada", "Green", Locale.US);
    }
  }

  @Nested
  class AsOrders extends OrdersContract {

    @Override
    protected Orders orders() {
      return shop.orders();
    }

    @Override
    protected CustomerId customer() {
      return ada;
    }

    @Override
    protected PostalAddress address() {
      return FakeStorefront.address();
    }

    @Override
    protected SkuId physicalSku() {
      return coffee.id();
    }

    @Override
    protected SkuId virtualSku() {
      return club.id();
    }

    @Override
    protected SkuId unsellableSku() {
      return tea.id();
    }

    @Override
    protected Money agreedPrice() {
      return usd("9.99");
    }

    @Override
    protected Money shippingOfTwo() {
      return usd("5.00");
    }

    @Override
    protected long keptOrders() {
      return shop.orders().placed().size();
    }

    @Override
    protected boolean isMarkedAsRenewal(OrderId order) {
      return shop.orders().summaries(List.of(order)).containsKey(order);
    }
  }

  @Nested
  class AsOrdersWithTaxInPrices extends AsOrders {

    AsOrdersWithTaxInPrices() {
      shop.orders().includeTaxInPrices();
    }

    @Override
    protected boolean pricesIncludeTax() {
      return true;
    }
  }

  @Nested
  class AsDownloads extends DownloadsContract {

    private final DownloadFile first =
        shop.downloads().put("course-1", course.productId(), "part-1.txt", "Beans", JANUARY);

    private final DownloadFile second =
        shop.downloads().put("course-2", course.productId(), "part-2.txt", "Water", MARCH);

    @Override
    protected Downloads downloads() {
      return shop.downloads();
    }

    @Override
    protected List<DownloadFile> files() {
      return List.of(first, second);
    }

    @Override
    protected ProductId productWithoutFiles() {
      return coffee.productId();
    }
  }
}
