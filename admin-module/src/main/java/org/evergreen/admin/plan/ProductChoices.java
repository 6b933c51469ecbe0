package org.evergreen.admin.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evergreen.form.Typed;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.CatalogProduct;
import org.evergreen.storefront.ProductId;

/** The products that a plan form lets the merchant tick: those already ticked, then those found. */
class ProductChoices {

  private static final int LIMIT = 12;
  private static final int LONGEST_ID = 64;

  private final Catalog catalog;

  ProductChoices(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * A product with its box.
   *
   * @param label its name, or its id when the catalog has lost it
   */
  record Choice(String id, String label, boolean ticked) {}

  /**
   * The choices.
   *
   * @param text what the merchant searches for
   * @param more whether more products match than are shown
   */
  record Choices(String text, List<Choice> choices, boolean more) {}

  /** Everything ticked, and what matches the text. */
  Choices find(String text, Collection<String> ticked) {
    String wanted = Typed.line(text);
    List<Choice> choices = new ArrayList<>(ticked(ticked));
    List<CatalogProduct> found = catalog.products(wanted, LIMIT + 1);
    found.stream()
        .limit(LIMIT)
        .filter(product -> !ticked.contains(product.id().value()))
        .forEach(product -> choices.add(new Choice(product.id().value(), product.name(), false)));
    return new Choices(wanted, choices, found.size() > LIMIT);
  }

  private static boolean mayBeAnId(String text) {
    return !text.isEmpty() && text.length() <= LONGEST_ID && text.equals(Typed.line(text));
  }

  private List<Choice> ticked(Collection<String> ids) {
    List<ProductId> known =
        ids.stream().filter(ProductChoices::mayBeAnId).map(ProductId::new).toList();
    Map<String, String> names =
        catalog.productsById(known).values().stream()
            .collect(Collectors.toMap(product -> product.id().value(), CatalogProduct::name));
    return ids.stream()
        .map(id -> new Choice(id, names.getOrDefault(id, id + " (not in the catalog)"), true))
        .sorted((a, b) -> a.label().compareToIgnoreCase(b.label()))
        .toList();
  }
}
