package org.evergreen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.evergreen.storefront.Catalog;
import org.evergreen.storefront.CatalogProduct;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;
import org.junit.jupiter.api.Test;

/**
 * What every host's {@link Catalog} must do. A host extends this class and says what its catalog
 * holds.
 */
public abstract class CatalogContract {

  /** Keys that no host may choke on: no number, a number too long for one, the longest key. */
  private static final List<String> UNKNOWN =
      List.of("no-such-key", "0", "-1", "99999999999999999999999", "x".repeat(64));

  protected abstract Catalog catalog();

  /** A SKU that can be bought now, exactly as the catalog must describe it. */
  protected abstract Sku sellableSku();

  /** A SKU that the catalog knows and that cannot be bought now. */
  protected abstract Sku unsellableSku();

  /** The product of {@link #sellableSku()}, exactly as the catalog must describe it. */
  protected abstract CatalogProduct product();

  @Test
  protected void skusAreDescribedWithPriceAndKind() {
    Sku sellable = sellableSku();
    Sku unsellable = unsellableSku();
    assertThat(catalog().skus(Set.of(sellable.id(), unsellable.id())))
        .containsOnlyKeys(sellable.id(), unsellable.id())
        .containsEntry(sellable.id(), sellable)
        .containsEntry(unsellable.id(), unsellable);
    assertThat(sellable.sellable()).isTrue();
    assertThat(unsellable.sellable()).isFalse();
  }

  @Test
  protected void unknownSkusAreLeftOut() {
    Sku known = sellableSku();
    List<SkuId> ids =
        Stream.concat(UNKNOWN.stream().map(SkuId::new), Stream.of(known.id())).toList();
    assertThat(catalog().skus(ids)).containsOnlyKeys(known.id());
    assertThat(catalog().skus(List.of())).isEmpty();
  }

  @Test
  protected void skuThatIsAskedForTwiceIsAnsweredOnce() {
    Sku known = sellableSku();
    assertThat(catalog().skus(List.of(known.id(), known.id()))).containsOnlyKeys(known.id());
  }

  @Test
  protected void aProductsSkusAreFoundByItsId() {
    Sku known = sellableSku();
    List<ProductId> ids =
        Stream.concat(UNKNOWN.stream().map(ProductId::new), Stream.of(known.productId())).toList();
    assertThat(catalog().skusOf(ids)).containsOnlyKeys(known.productId());
    assertThat(catalog().skusOf(ids).get(known.productId())).contains(known);
    assertThat(catalog().skusOf(List.of())).isEmpty();
  }

  @Test
  protected void productsAreFoundByPartOfTheirNameInAnyCase() {
    String name = product().name();
    String part = name.substring(1, Math.min(name.length(), 5));
    assertThat(catalog().products(name, 50)).contains(product());
    assertThat(catalog().products(part.toUpperCase(Locale.ROOT), 50)).contains(product());
    assertThat(catalog().products(part.toLowerCase(Locale.ROOT), 50)).contains(product());
  }

  @Test
  protected void blankTextFindsAllByName() {
    List<CatalogProduct> all = catalog().products(" ", 1000);
    assertThat(all).contains(product());
    assertThat(all)
        .extracting(product -> product.name().toLowerCase(Locale.ROOT))
        .isSortedAccordingTo(String::compareTo);
    assertThat(catalog().products("", 2)).isEqualTo(all.subList(0, 2));
  }

  @Test
  protected void wildcardsAreLookedForAsTheyAreTyped() {
    assertThat(catalog().products("%_%", 10)).isEmpty();
    assertThat(catalog().products("no product has such a name'", 10)).isEmpty();
  }

  @Test
  protected void productsAreDescribedById() {
    List<ProductId> ids =
        Stream.concat(UNKNOWN.stream().map(ProductId::new), Stream.of(product().id())).toList();
    assertThat(catalog().productsById(ids))
        .containsOnlyKeys(product().id())
        .containsEntry(product().id(), product());
    assertThat(catalog().productsById(List.of())).isEmpty();
  }
}
