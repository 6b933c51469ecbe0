package org.evergreen.broadleaf.tryout.site;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.domain.ProductOption;
import org.broadleafcommerce.core.catalog.domain.ProductOptionValue;
import org.broadleafcommerce.core.catalog.domain.ProductOptionXref;
import org.broadleafcommerce.core.catalog.service.CatalogService;
import org.evergreen.broadleaf.Keys;
import org.evergreen.broadleaf.catalog.SkuSnapshots;
import org.evergreen.plan.ProductOffer;
import org.evergreen.plan.ProductOffers;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Broadleaf's products with the ways to buy them. */
@Component
class Shelf {

  private static final int MOST = 100;

  private final CatalogService catalog;
  private final SkuSnapshots snapshots;
  private final ProductOffers offers;

  Shelf(
      @Qualifier("blCatalogService") CatalogService catalog,
      SkuSnapshots snapshots,
      ProductOffers offers) {
    this.catalog = catalog;
    this.snapshots = snapshots;
    this.offers = offers;
  }

  List<ProductView> all() {
    List<Product> products =
        catalog.findAllProducts(MOST, 0).stream().filter(Product::isActive).toList();
    List<Sku> skus = products.stream().map(each -> snapshots.of(each.getDefaultSku())).toList();
    Map<SkuId, ProductOffer> ways = offers.offersFor(skus);
    return products.stream().map(product -> view(product, ways)).toList();
  }

  Optional<ProductView> find(String id) {
    return Keys.number(id).stream()
        .mapToObj(catalog::findProductById)
        .filter(product -> product != null && product.isActive())
        .map(
            product ->
                view(product, offers.offersFor(List.of(snapshots.of(product.getDefaultSku())))))
        .findFirst();
  }

  private ProductView view(Product product, Map<SkuId, ProductOffer> ways) {
    Sku sku = snapshots.of(product.getDefaultSku());
    return new ProductView(
        product.getId(),
        product.getName(),
        text(product.getLongDescription()),
        sku,
        ways.get(sku.id()),
        product.getProductOptionXrefs().stream()
            .map(ProductOptionXref::getProductOption)
            .map(Shelf::option)
            .toList());
  }

  private static ProductView.Option option(ProductOption option) {
    return new ProductView.Option(
        option.getAttributeName(),
        option.getLabel(),
        option.getAllowedValues().stream().map(ProductOptionValue::getAttributeValue).toList());
  }

  private static String text(String html) {
    return html == null ? "" : html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
  }
}
