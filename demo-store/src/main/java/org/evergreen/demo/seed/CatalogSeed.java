package org.evergreen.demo.seed;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Fills the shelves and the tax table. */
@Component
class CatalogSeed {

  private final JdbcClient jdbc;
  private final SeedFiles files;

  CatalogSeed(JdbcClient jdbc, SeedFiles files) {
    this.jdbc = jdbc;
    this.files = files;
  }

  /** Whether there are no products yet. */
  boolean isNeeded() {
    return jdbc.sql("select not exists (select 1 from demo_product)").query(Boolean.class).single();
  }

  void plant() {
    List<SeedProduct> products = files.read("seed/catalog.json", SeedProduct.class);
    for (int position = 0; position < products.size(); position++) {
      plant(products.get(position), position);
    }
    files.read("seed/tax-rates.json", SeedTaxRate.class).forEach(this::plant);
  }

  private void plant(SeedProduct product, int position) {
    jdbc.sql(
            "insert into demo_product (id, name, tagline, description, details, department, kind,"
                + " tax_class, image, image_alt, position) values (:id, :name, :tagline,"
                + " :description, :details, :department, :kind, :tax, :image, :alt, :position)")
        .param("id", product.id())
        .param("name", product.name())
        .param("tagline", product.tagline())
        .param("description", product.description())
        .param("details", String.join("\n", product.details()))
        .param("department", product.department().name())
        .param("kind", product.kind().name())
        .param("tax", product.tax().name())
        .param("image", "/images/products/" + product.id() + ".svg")
        .param("alt", product.alt())
        .param("position", position)
        .update();
    for (int n = 0; n < product.variants().size(); n++) {
      plant(product, product.variants().get(n), n);
    }
  }

  private void plant(SeedProduct product, SeedProduct.Variant variant, int position) {
    jdbc.sql(
            "insert into demo_sku (id, product_id, variant, price, currency, sellable, position)"
                + " values (:id, :product, :variant, :price, 'USD', true, :position)")
        .param("id", variant.sku())
        .param("product", product.id())
        .param("variant", variant.name())
        .param("price", variant.price())
        .param("position", position)
        .update();
  }

  private void plant(SeedTaxRate rate) {
    jdbc.sql(
            "insert into demo_tax_rate (country, region, tax_class, percent)"
                + " values (:country, :region, :tax, :percent)")
        .param("country", rate.country())
        .param("region", rate.region())
        .param("tax", rate.tax().name())
        .param("percent", rate.percent())
        .update();
  }
}
