package org.evergreen.demo.web;

import java.util.Optional;
import org.evergreen.plan.PlanId;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.SkuId;

/** Reads ids that came with a request and may be anything. */
final class Ids {

  private static final String KEY = "[A-Za-z0-9_-]{1,64}";

  private Ids() {}

  static Optional<ProductId> product(String text) {
    return text.matches(KEY) ? Optional.of(new ProductId(text)) : Optional.empty();
  }

  static Optional<SkuId> sku(String text) {
    return text.matches(KEY) ? Optional.of(new SkuId(text)) : Optional.empty();
  }

  /** A number such as rows have; empty for any other text. */
  static Optional<Long> number(String text) {
    return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  static Optional<PlanId> plan(String text) {
    return number(text).map(PlanId::new);
  }
}
