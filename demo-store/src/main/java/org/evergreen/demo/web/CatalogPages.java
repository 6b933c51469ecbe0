package org.evergreen.demo.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.demo.catalog.Department;
import org.evergreen.demo.catalog.Shelves;
import org.evergreen.demo.catalog.ShopProduct;
import org.evergreen.demo.catalog.Variant;
import org.evergreen.plan.PlanOffer;
import org.evergreen.plan.ProductOffer;
import org.evergreen.plan.ProductOffers;
import org.evergreen.storefront.SkuId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The catalog and the products in it. */
@Controller
class CatalogPages {

  private static final Comparator<PlanOffer> CHEAPEST =
      Comparator.comparing(offer -> offer.unitPrice().getAmount());

  private final Shelves shelves;
  private final ProductOffers offers;
  private final ShopperOffers shopperOffers;

  CatalogPages(Shelves shelves, ProductOffers offers, ShopperOffers shopperOffers) {
    this.shelves = shelves;
    this.offers = offers;
    this.shopperOffers = shopperOffers;
  }

  @GetMapping("/")
  String home(Model page) {
    page.addAttribute("cards", cards(shelves.all()));
    return "shop/home";
  }

  @GetMapping("/departments/{slug}")
  String department(@PathVariable String slug, Model page) {
    Department department =
        Department.ofSlug(slug).orElseThrow(() -> new NotFoundException("No department " + slug));
    page.addAttribute("department", department);
    page.addAttribute("cards", cards(shelves.in(department)));
    return "shop/home";
  }

  @GetMapping("/products/{id}")
  String product(@PathVariable String id, @RequestParam(defaultValue = "") String sku, Model page) {
    ShopProduct product =
        Ids.product(id)
            .flatMap(shelves::find)
            .orElseThrow(() -> new NotFoundException("No product " + id));
    Variant chosen =
        sku.isEmpty()
            ? product.first()
            : Ids.sku(sku)
                .flatMap(product::variant)
                .orElseThrow(() -> new NotFoundException("No such variant of " + id));
    page.addAttribute("product", product);
    page.addAttribute("department", product.department());
    page.addAttribute("chosen", chosen);
    ProductOffer offer = offers.offersFor(product.sku(chosen));
    page.addAttribute("offer", shopperOffers.of(product.sku(chosen), offer));
    page.addAttribute("refusals", shopperOffers.refusals(product.sku(chosen), offer));
    return "shop/product";
  }

  private List<ProductCard> cards(List<ShopProduct> products) {
    Map<SkuId, ProductOffer> offered =
        offers.offersFor(products.stream().map(product -> product.sku(product.first())).toList());
    return products.stream()
        .map(product -> card(product, offered.get(product.first().sku())))
        .toList();
  }

  private static ProductCard card(ShopProduct product, ProductOffer offered) {
    Optional<PlanOffer> cheapest = offered.offers().stream().min(CHEAPEST);
    return new ProductCard(product, cheapest, !offered.mode().allowsOneTime());
  }
}
