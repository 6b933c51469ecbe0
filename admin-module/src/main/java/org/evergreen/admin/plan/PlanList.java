package org.evergreen.admin.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.evergreen.plan.Plan;
import org.evergreen.plan.Plans;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.CatalogProduct;
import org.evergreen.storefront.ProductId;

/** All plans as the merchant's list shows them. */
class PlanList {

  private static final int NAMED_PRODUCTS = 3;

  private final Plans plans;
  private final Catalog catalog;
  private final PlanInWords words;

  PlanList(Plans plans, Catalog catalog, PlanInWords words) {
    this.plans = plans;
    this.catalog = catalog;
    this.words = words;
  }

  /**
   * A plan in the list.
   *
   * @param terms in words
   * @param products what it is offered on, in words
   */
  record Row(long id, String name, List<String> terms, String products, boolean active) {}

  /** Every plan, by name. */
  List<Row> rows() {
    List<Plan> all = plans.all();
    Set<ProductId> attached =
        all.stream().flatMap(plan -> plan.products().stream()).collect(Collectors.toSet());
    Map<ProductId, CatalogProduct> names = catalog.productsById(attached);
    return all.stream()
        .map(
            plan ->
                new Row(
                    plan.id().value(),
                    plan.name(),
                    words.write(plan.terms()),
                    products(plan, names),
                    plan.active()))
        .toList();
  }

  private static String products(Plan plan, Map<ProductId, CatalogProduct> names) {
    if (plan.storewide()) {
      return "Every product";
    }
    List<String> sorted =
        plan.products().stream()
            .map(id -> names.containsKey(id) ? names.get(id).name() : id.value())
            .sorted(String.CASE_INSENSITIVE_ORDER)
            .toList();
    if (sorted.isEmpty()) {
      return "None yet";
    }
    String named = String.join(", ", sorted.subList(0, Math.min(NAMED_PRODUCTS, sorted.size())));
    int more = sorted.size() - NAMED_PRODUCTS;
    return more > 0 ? named + " and " + more + " more" : named;
  }
}
