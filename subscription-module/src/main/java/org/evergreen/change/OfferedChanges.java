package org.evergreen.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evergreen.plan.ChangeGroup;
import org.evergreen.plan.ChangeGroups;
import org.evergreen.plan.PlanId;
import org.evergreen.settings.ChangePolicies;
import org.evergreen.settings.Settings;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.CatalogProduct;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.Sku;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionLine;

/** What is on offer for changes, from the catalog and the change groups. */
final class OfferedChanges implements ChangeOptions {

  /** More than anybody picks from in a list. */
  private static final int MOST_PRODUCTS = 100;

  private final Catalog catalog;
  private final Offerings offerings;
  private final ChangeGroups groups;
  private final Settings settings;

  OfferedChanges(Catalog catalog, Offerings offerings, ChangeGroups groups, Settings settings) {
    this.catalog = catalog;
    this.offerings = offerings;
    this.groups = groups;
    this.settings = settings;
  }

  @Override
  public List<ChangeOption> of(Subscription subscription, SubscriptionLine line) {
    Optional<ChangeGroup> group = groups.ofPlan(line.plan());
    ChangePolicies shop = settings.current().changes();
    ChangePolicies policies = group.map(own -> own.policies(shop)).orElse(shop);
    if (!subscription.status().renews()
        || policies.allowed() == ChangePolicies.Switching.NONE
        || (line.kind().ships() && policies.appliesTo() == ChangePolicies.AppliesTo.NOT_PHYSICAL)) {
      return List.of();
    }
    List<ChangeOption> options = options(subscription, products(line, group));
    Map<PlanId, ChangeGroup> groupOf =
        groups.ofPlans(options.stream().map(option -> option.offer().plan()).toList());
    return options.stream()
        .filter(option -> isSwitch(line, option, group, groupOf))
        .filter(option -> !option.sku().kind().ships() || subscription.shipTo().isPresent())
        .filter(
            option ->
                !option.sku().kind().ships()
                    || policies.appliesTo() == ChangePolicies.AppliesTo.ALL_PRODUCTS)
        .toList();
  }

  private static boolean isSwitch(
      SubscriptionLine line,
      ChangeOption option,
      Optional<ChangeGroup> group,
      Map<PlanId, ChangeGroup> groupOf) {
    boolean samePlan = option.offer().plan().equals(line.plan());
    if (samePlan && option.sku().id().equals(line.sku())) {
      return false;
    }
    if (samePlan && option.sku().productId().equals(line.product())) {
      return true;
    }
    ChangeGroup other = groupOf.get(option.offer().plan());
    return group.isPresent() && other != null && other.id().equals(group.get().id());
  }

  /** The line's own product first. */
  private static List<ProductId> products(SubscriptionLine line, Optional<ChangeGroup> group) {
    List<ProductId> products = new ArrayList<>(List.of(line.product()));
    group
        .filter(own -> own.products().contains(line.product()))
        .ifPresent(
            own ->
                own.products().stream()
                    .filter(product -> !product.equals(line.product()))
                    .sorted((one, other) -> one.value().compareTo(other.value()))
                    .forEach(products::add));
    return products;
  }

  @Override
  public List<ChangeOption> additions(Subscription subscription) {
    if (!subscription.status().renews()) {
      return List.of();
    }
    List<ProductId> products =
        catalog.products("", MOST_PRODUCTS).stream().map(CatalogProduct::id).toList();
    Set<String> there =
        subscription.lines().stream()
            .map(line -> line.sku() + " " + line.plan())
            .collect(Collectors.toSet());
    return options(subscription, products).stream()
        .filter(option -> LookUps.fits(subscription, option.offer()))
        .filter(option -> !there.contains(option.sku().id() + " " + option.offer().plan()))
        .filter(option -> !option.sku().kind().ships() || subscription.shipTo().isPresent())
        .map(option -> new ChangeOption(option.sku(), option.offer().withoutTrial()))
        .toList();
  }

  private List<ChangeOption> options(Subscription subscription, Collection<ProductId> products) {
    Map<ProductId, List<Sku>> skus = catalog.skusOf(products);
    List<Sku> sold =
        products.stream()
            .flatMap(product -> skus.getOrDefault(product, List.of()).stream())
            .filter(Sku::sellable)
            .toList();
    return offerings.options(sold).stream()
        .filter(
            option -> option.offer().unitPrice().getCurrencyUnit().equals(subscription.currency()))
        .toList();
  }
}
