package org.evergreen.broadleaf.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.broadleafcommerce.cms.file.domain.StaticAsset;
import org.broadleafcommerce.cms.file.service.StaticAssetService;
import org.broadleafcommerce.cms.file.service.StaticAssetStorageService;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.domain.Sku;
import org.broadleafcommerce.core.catalog.service.CatalogService;
import org.broadleafcommerce.core.inventory.service.type.InventoryType;
import org.broadleafcommerce.core.order.service.type.FulfillmentType;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.service.CustomerService;
import org.evergreen.plan.PlanDraft;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.Plans;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.DownloadFile;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.ProductId;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.IntervalUnit;
import org.evergreen.terms.PlanConditions;
import org.evergreen.terms.PlanTerms;
import org.evergreen.terms.PriceRule;
import org.evergreen.terms.Trial;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** What tests arrange in Broadleaf's shop, through Broadleaf's services. */
class Shop {

  static final String PASSWORD = "Secret-pepper-1";

  private static final AtomicInteger CUSTOMERS = new AtomicInteger();

  private final CatalogService catalog;
  private final CustomerService customers;
  private final StaticAssetService assets;
  private final StaticAssetStorageService storage;
  private final Plans plans;
  private final TransactionOperations transactions;
  private final JdbcTemplate jdbc;

  Shop(
      @Qualifier("blCatalogService") CatalogService catalog,
      @Qualifier("blCustomerService") CustomerService customers,
      @Qualifier("blStaticAssetService") StaticAssetService assets,
      @Qualifier("blStaticAssetStorageService") StaticAssetStorageService storage,
      Plans plans,
      @Qualifier("evergreenTransactions") TransactionOperations transactions,
      JdbcTemplate jdbc) {
    this.catalog = catalog;
    this.customers = customers;
    this.assets = assets;
    this.storage = storage;
    this.plans = plans;
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  CustomerId customer() {
    return new CustomerId(registered().getId().toString());
  }

  Customer registered() {
    String email = "ada" + CUSTOMERS.incrementAndGet() + "@example.com";
    Customer customer = customers.createCustomerFromId(null);
    customer.setUsername(email);
    customer.setEmailAddress(email);
    customer.setFirstName("Ada");
    customer.setLastName("Green");
    return customers.registerCustomer(customer, PASSWORD, PASSWORD);
  }

  static PostalAddress address() {
    return new PostalAddress(
        "Ada Green", "1 Garden Lane", "", "Austin", "TX", "78701", "US", "555-0100");
  }

  Sku sku(long product) {
    return catalog.findProductById(product).getDefaultSku();
  }

  /** Makes a product one that is not shipped. */
  void download(long product) {
    change(product, sku -> sku.setFulfillmentType(FulfillmentType.DIGITAL));
  }

  void stopSelling(long product) {
    change(product, sku -> sku.setInventoryType(InventoryType.UNAVAILABLE));
  }

  private void change(long product, Consumer<Sku> change) {
    transactions.executeWithoutResult(
        status -> {
          Product found = catalog.findProductById(product);
          change.accept(found.getDefaultSku());
          catalog.saveSku(found.getDefaultSku());
        });
  }

  /** A monthly plan on some products, at a price of its own. */
  PlanId monthly(String name, String price, long... products) {
    return plans.create(draft(name, true, price, products));
  }

  /** A plan under any terms. */
  PlanId plan(String name, PlanTerms terms, long... products) {
    return plans.create(new PlanDraft(name, true, false, terms, ids(products)));
  }

  /** Monthly terms at a price of their own, from which others are made. */
  static PlanTerms terms(
      String price, String signUpFee, Trial trial, Alignment alignment, PlanConditions conditions) {
    return new PlanTerms(
        new BillingInterval(1, IntervalUnit.MONTH),
        new PriceRule.OwnPrice(Money.of(CurrencyUnit.USD, new BigDecimal(price))),
        Money.of(CurrencyUnit.USD, new BigDecimal(signUpFee)),
        Optional.ofNullable(trial),
        OptionalInt.empty(),
        Optional.ofNullable(alignment),
        conditions);
  }

  /** The plan leaves all products. */
  void withdraw(PlanId plan, String name, String price) {
    long version = plans.find(plan).orElseThrow().version();
    plans.revise(plan, version, draft(name, true, price));
  }

  private static PlanDraft draft(String name, boolean active, String price, long... products) {
    Money own = Money.of(CurrencyUnit.USD, new BigDecimal(price));
    PlanTerms terms =
        new PlanTerms(
            new BillingInterval(1, IntervalUnit.MONTH),
            new PriceRule.OwnPrice(own),
            Money.zero(CurrencyUnit.USD),
            Optional.empty(),
            OptionalInt.empty());
    return new PlanDraft(name, active, false, terms, ids(products));
  }

  private static Set<ProductId> ids(long... products) {
    return LongStream.of(products)
        .mapToObj(id -> new ProductId(Long.toString(id)))
        .collect(Collectors.toSet());
  }

  /**
   * A file of a product, uploaded and put among the media of the product as in the admin; once for
   * each key.
   *
   * @param added day of January 2026
   */
  DownloadFile file(long product, String key, String name, int added) {
    Timestamp at = Timestamp.valueOf(LocalDate.of(2026, 1, added).atStartOfDay());
    String url = "/product/" + product + "/" + name;
    byte[] content = ("The content of " + name).getBytes(StandardCharsets.UTF_8);
    if (count("blc_media where url = '/cmsstatic" + url + "'") == 0) {
      upload(product, name, content);
      jdbc.update("update blc_static_asset set date_created = ? where full_url = ?", at, url);
      long id = 900_000 + count("blc_media");
      jdbc.update("insert into blc_media (media_id, url) values (?, ?)", id, "/cmsstatic" + url);
      jdbc.update(
          "insert into blc_sku_media_map (sku_media_id, blc_sku_sku_id, media_id, map_key)"
              + " values (?, ?, ?, ?)",
          id,
          sku(product).getId(),
          id,
          key);
    }
    String id =
        jdbc.queryForObject(
            "select x.sku_media_id::text from blc_sku_media_map x join blc_media m"
                + " on m.media_id = x.media_id where m.url = ?",
            String.class,
            "/cmsstatic" + url);
    ProductId owner = new ProductId(Long.toString(product));
    return new DownloadFile(id, owner, name, content.length, at.toInstant());
  }

  private void upload(long product, String name, byte[] content) {
    Map<String, String> owner =
        new HashMap<>(Map.of("entityType", "product", "entityId", Long.toString(product)));
    StaticAsset asset =
        assets.createStaticAsset(new ByteArrayInputStream(content), name, content.length, owner);
    try {
      storage.createStaticAssetStorage(new ByteArrayInputStream(content), asset);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long orders() {
    return jdbc.queryForObject("select count(*) from blc_order", Long.class);
  }

  long count(String table) {
    return jdbc.queryForObject("select count(*) from " + table, Long.class);
  }
}
