package org.evergreen.admin.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evergreen.admin.settings.ChoiceLabels;
import org.evergreen.plan.ChangeGroup;
import org.evergreen.plan.ChangeGroupForm;
import org.evergreen.plan.ChangeGroupId;
import org.evergreen.plan.ChangeGroups;
import org.evergreen.plan.Plan;
import org.evergreen.plan.Plans;
import org.evergreen.settings.PolicyOverrides;
import org.evergreen.settings.Settings;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.CatalogProduct;
import org.evergreen.storefront.ProductId;

/** Lays out the list of change groups and the form of one. */
class ChangeGroupDesk {

  private final ChangeGroups groups;
  private final Plans plans;
  private final Catalog catalog;
  private final Settings settings;

  ChangeGroupDesk(ChangeGroups groups, Plans plans, Catalog catalog, Settings settings) {
    this.groups = groups;
    this.plans = plans;
    this.catalog = catalog;
    this.settings = settings;
  }

  /**
   * A group in the list.
   *
   * @param policies those that differ from the shop's, in words
   */
  record Row(
      long id, String name, List<String> plans, List<String> products, List<String> policies) {}

  /** Every group, by name. */
  List<Row> rows() {
    List<ChangeGroup> all = groups.all();
    Map<ChangeGroupId, List<String>> planNames =
        plans.all().stream()
            .filter(plan -> plan.changeGroup().isPresent())
            .collect(
                Collectors.groupingBy(
                    plan -> plan.changeGroup().orElseThrow(),
                    Collectors.mapping(Plan::name, Collectors.toList())));
    Set<ProductId> products =
        all.stream().flatMap(group -> group.products().stream()).collect(Collectors.toSet());
    Map<ProductId, CatalogProduct> known = catalog.productsById(products);
    return all.stream()
        .map(
            group ->
                new Row(
                    group.id().value(),
                    group.name(),
                    planNames.getOrDefault(group.id(), List.of()),
                    names(group.products(), known),
                    policies(group.overrides())))
        .toList();
  }

  private static List<String> names(Set<ProductId> products, Map<ProductId, CatalogProduct> known) {
    return products.stream()
        .map(id -> known.containsKey(id) ? known.get(id).name() : id.value())
        .sorted(String.CASE_INSENSITIVE_ORDER)
        .toList();
  }

  private static List<String> policies(PolicyOverrides overrides) {
    return Stream.of(
            overrides.allowed().map(value -> "Switch: " + ChoiceLabels.of(value)),
            overrides.upgrade().map(value -> "For more: " + ChoiceLabels.of(value)),
            overrides.downgrade().map(value -> "For less: " + ChoiceLabels.of(value)),
            overrides.signUpFee().map(value -> "Sign-up fee: " + ChoiceLabels.of(value)),
            overrides.length().map(value -> "Payments: " + ChoiceLabels.of(value)),
            overrides.appliesTo().map(value -> "For: " + ChoiceLabels.of(value)))
        .flatMap(Optional::stream)
        .toList();
  }

  ChangeGroupPage page(
      Optional<ChangeGroupId> id, long version, ChangeGroupForm form, String find) {
    return new ChangeGroupPage(
        id,
        version,
        form,
        Map.of(),
        new ProductChoices(catalog).find(find, form.products()),
        id.map(plans::inGroup).orElse(List.of()),
        settings.current().changes(),
        false);
  }
}
