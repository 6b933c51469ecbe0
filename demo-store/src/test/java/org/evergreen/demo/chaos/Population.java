package org.evergreen.demo.chaos;

import java.util.ArrayList;
import java.util.List;
import org.evergreen.demo.chaos.Shopper.Wallet;
import org.evergreen.payment.stripe.wire.StripeAccount;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes the goods, the shoppers and their subscriptions, all due on the same days. */
final class Population {

  /** Longer than all retries and bank debits of one cycle take. */
  static final int CYCLE_DAYS = 14;

  private static final String PRODUCT =
      "insert into demo_product (id, name, tagline, description, details, department, kind,"
          + " tax_class, image, image_alt, position)"
          + " values (?, ?, '', '', '', 'COFFEE', ?, ?, '', '', 0)";
  private static final String SKU =
      "insert into demo_sku (id, product_id, variant, price, currency, sellable, position)"
          + " values (?, ?, '', ?::numeric, 'USD', true, 0)";
  private static final String TAX =
      "insert into demo_tax_rate (country, region, tax_class, percent)"
          + " values ('US', 'IL', ?, ?::numeric)";
  private static final String ACCOUNT =
      "insert into demo_account (id, email, password_hash, role, first_name, last_name, locale,"
          + " created_at) values (?, ?, 'none', 'SHOPPER', 'Kim', 'Chaos', 'en-US', now())";

  private record Goods(String sku, String kind, String tax, String price) {}

  private static final List<Goods> GOODS =
      List.of(
          new Goods("coffee", "PHYSICAL", "REDUCED", "12.35"),
          new Goods("membership", "VIRTUAL", "STANDARD", "9.90"),
          new Goods("soap", "PHYSICAL", "STANDARD", "7.77"));

  private final JdbcTemplate jdbc;
  private final StripeAccount account;
  private final StoreProcess store;
  private int orders;

  Population(JdbcTemplate jdbc, StripeAccount account, StoreProcess store) {
    this.jdbc = jdbc;
    this.account = account;
    this.store = store;
  }

  /** Shoppers with one, two and three subscriptions, whose wallets take turns. */
  List<Shopper> settle(int shoppers, List<Wallet> wallets) {
    for (Goods goods : GOODS) {
      jdbc.update(PRODUCT, goods.sku(), goods.sku(), goods.kind(), goods.tax());
      jdbc.update(SKU, goods.sku(), goods.sku(), goods.price());
    }
    jdbc.update(TAX, "REDUCED", "1");
    jdbc.update(TAX, "STANDARD", "6.25");
    List<Shopper> settled = new ArrayList<>();
    for (int i = 0; i < shoppers; i++) {
      settled.add(settle(i + 1, wallets.get(i % wallets.size()), 1 + i % GOODS.size()));
    }
    return settled;
  }

  private Shopper settle(int id, Wallet wallet, int subscriptions) {
    jdbc.update(ACCOUNT, id, "shopper" + id + "@example.org");
    String method = store.ask("card", Integer.toString(id), account.looseMethod(kind(wallet)));
    for (int i = 0; i < subscriptions; i++) {
      subscribe(id, method, GOODS.get((id + i) % GOODS.size()));
    }
    String token =
        jdbc.queryForObject(
            "select token from evergreen_payment_method where id = ?",
            String.class,
            Long.valueOf(method));
    return new Shopper(id, token, wallet, subscriptions);
  }

  private void subscribe(int customer, String method, Goods goods) {
    orders++;
    store.ask(
        "subscribe",
        "first-" + orders,
        Integer.toString(customer),
        method,
        goods.sku(),
        goods.kind(),
        goods.price(),
        Integer.toString(CYCLE_DAYS));
  }

  private static TestMethod kind(Wallet wallet) {
    return switch (wallet) {
      case PAYS, SHORT_AT_FIRST -> TestMethod.VISA;
      case BANK_DEBIT -> TestMethod.US_BANK_ACCOUNT;
      case CONFIRMS -> TestMethod.AUTHENTICATES_ALWAYS;
    };
  }
}
