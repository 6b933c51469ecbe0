package org.evergreen.demo.order;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.SkuId;
import org.joda.money.CurrencyUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what pricing needs, each in one query whatever the number of orders. */
@Component
public class PriceBook {

  private final JdbcClient jdbc;
  private final ShippingSettings shipping;

  PriceBook(JdbcClient jdbc, ShippingSettings shipping) {
    this.jdbc = jdbc;
    this.shipping = shipping;
  }

  /** Pricing with the tax rates of now. */
  public OrderPricing pricing() {
    Map<TaxRates.Key, BigDecimal> percents = new HashMap<>();
    jdbc.sql("select country, region, tax_class, percent from demo_tax_rate")
        .query(
            row -> {
              percents.put(key(row), row.getBigDecimal("percent"));
            });
    return new OrderPricing(new TaxRates(percents), shipping);
  }

  /** The tax classes of the SKUs that exist among these. */
  public Map<SkuId, TaxClass> taxClasses(Collection<SkuId> ids) {
    return skus(ids).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().taxClass()));
  }

  /** The SKUs that exist among these. */
  Map<SkuId, SkuFacts> skus(Collection<SkuId> ids) {
    String[] keys = ids.stream().map(SkuId::value).distinct().toArray(String[]::new);
    return jdbc
        .sql(
            "select s.id, s.product_id, s.variant, s.currency, s.sellable, p.name, p.kind,"
                + " p.tax_class from demo_sku s join demo_product p on p.id = s.product_id"
                + " where s.id = any(?)")
        .param(keys)
        .query(PriceBook::facts)
        .list()
        .stream()
        .collect(Collectors.toMap(facts -> new SkuId(facts.id()), Function.identity()));
  }

  private static TaxRates.Key key(ResultSet row) throws SQLException {
    return new TaxRates.Key(
        row.getString("country"),
        row.getString("region"),
        TaxClass.valueOf(row.getString("tax_class")));
  }

  private static SkuFacts facts(ResultSet row, int number) throws SQLException {
    String name = row.getString("name");
    String variant = row.getString("variant");
    return new SkuFacts(
        row.getString("id"),
        row.getString("product_id"),
        variant.isEmpty() ? name : name + ", " + variant,
        ProductKind.valueOf(row.getString("kind")),
        TaxClass.valueOf(row.getString("tax_class")),
        CurrencyUnit.of(row.getString("currency")),
        row.getBoolean("sellable"));
  }
}
