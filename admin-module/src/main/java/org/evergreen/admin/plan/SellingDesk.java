package org.evergreen.admin.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.admin.AdminWords;
import org.evergreen.admin.NotFoundException;
import org.evergreen.form.Typed;
import org.evergreen.plan.Plan;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.Plans;
import org.evergreen.plan.ProductSelling;
import org.evergreen.plan.SellingChoice;
import org.evergreen.plan.SellingMode;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.CatalogProduct;
import org.evergreen.storefront.ProductId;

/** What the merchant sees and decides of how products are sold. */
class SellingDesk {

  private static final int LIMIT = 50;
  private static final int LONGEST_ID = 64;

  private final Catalog catalog;
  private final Plans plans;
  private final ProductSelling selling;
  private final PlanInWords words;
  private final AdminWords adminWords;

  SellingDesk(
      Catalog catalog,
      Plans plans,
      ProductSelling selling,
      PlanInWords words,
      AdminWords adminWords) {
    this.catalog = catalog;
    this.plans = plans;
    this.selling = selling;
    this.words = words;
    this.adminWords = adminWords;
  }

  /** A product in the list; {@code sold} says in words how. */
  record Row(String id, String name, String kind, String price, int plans, String sold) {}

  /**
   * Products by name.
   *
   * @param more whether more match than are shown
   */
  record Listing(String find, List<Row> rows, boolean more) {}

  /** A plan that the product is offered under. */
  record Offered(long id, String name, List<String> terms) {}

  /**
   * How one product is sold.
   *
   * @param mode name of the chosen mode
   * @param preselected key of the preselected plan, blank for one-time purchase
   */
  record Page(
      String id, String name, String price, String mode, String preselected, List<Offered> plans) {

    Page chosen(String otherMode, String otherPreselected) {
      return new Page(id, name, price, otherMode, otherPreselected, plans);
    }
  }

  Listing list(String find) {
    List<CatalogProduct> found = catalog.products(find, LIMIT + 1);
    List<CatalogProduct> shown = found.stream().limit(LIMIT).toList();
    Map<ProductId, SellingChoice> choices =
        selling.get(shown.stream().map(CatalogProduct::id).toList());
    List<Plan> active = active();
    List<Row> rows =
        shown.stream()
            .map(
                product ->
                    row(
                        product,
                        choices.getOrDefault(product.id(), SellingChoice.undecided()),
                        offered(active, product.id())))
            .toList();
    return new Listing(find, rows, found.size() > LIMIT);
  }

  private Row row(CatalogProduct product, SellingChoice choice, List<Plan> offered) {
    return new Row(
        product.id().value(),
        product.name(),
        adminWords.plain(product.kind()),
        adminWords.money(product.price()),
        offered.size(),
        inWords(choice, offered));
  }

  private static String inWords(SellingChoice choice, List<Plan> offered) {
    if (choice.mode() == SellingMode.ONE_TIME_ONLY) {
      return "One-time only";
    }
    if (choice.mode() == SellingMode.PLAN_ONLY) {
      return offered.isEmpty() ? "By plan only, but has no plan: cannot be bought" : "By plan only";
    }
    return offered.isEmpty() ? "One-time; it has no plan" : "One-time and by plan";
  }

  /**
   * The page of a product.
   *
   * @throws NotFoundException if the catalog does not know it
   */
  Page page(String id) {
    CatalogProduct product = product(id);
    SellingChoice choice = selling.get(product.id());
    List<Offered> offered =
        offered(active(), product.id()).stream()
            .map(plan -> new Offered(plan.id().value(), plan.name(), words.write(plan.terms())))
            .toList();
    return new Page(
        product.id().value(),
        product.name(),
        adminWords.money(product.price()),
        choice.mode().name(),
        choice.preselected().map(PlanId::toString).orElse(""),
        offered);
  }

  /** Saves the choice, or answers why it cannot be. */
  Optional<String> save(Page page, String modeName, String preselected) {
    Optional<SellingMode> mode =
        Arrays.stream(SellingMode.values())
            .filter(value -> value.name().equals(modeName))
            .findFirst();
    if (mode.isEmpty()) {
      return Optional.of("Choose how the product is sold.");
    }
    Optional<Offered> plan =
        page.plans().stream()
            .filter(offered -> Long.toString(offered.id()).equals(preselected))
            .findFirst();
    if (!preselected.isEmpty() && plan.isEmpty()) {
      return Optional.of("Choose one of the plans that the product is offered under.");
    }
    if (mode.get() == SellingMode.PLAN_ONLY && page.plans().isEmpty()) {
      return Optional.of("Give the product a plan first: sold by plan only, nobody could buy it.");
    }
    Optional<PlanId> kept =
        mode.get().allowsPlans() ? plan.map(Offered::id).map(PlanId::new) : Optional.empty();
    selling.save(new ProductId(page.id()), mode.get(), kept);
    return Optional.empty();
  }

  private CatalogProduct product(String id) {
    if (id.isEmpty() || id.length() > LONGEST_ID || !id.equals(Typed.line(id))) {
      throw NotFoundException.of("product", id);
    }
    ProductId key = new ProductId(id);
    return Optional.ofNullable(catalog.productsById(List.of(key)).get(key))
        .orElseThrow(() -> NotFoundException.of("product", id));
  }

  private List<Plan> active() {
    return plans.all().stream().filter(Plan::active).toList();
  }

  private static List<Plan> offered(List<Plan> active, ProductId product) {
    return active.stream()
        .filter(plan -> plan.storewide() || plan.products().contains(product))
        .toList();
  }
}
