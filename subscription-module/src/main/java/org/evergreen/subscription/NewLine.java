package org.evergreen.subscription;

import org.evergreen.plan.PlanId;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.SkuId;
import org.joda.money.Money;

/**
 * What a subscription that is about to start delivers.
 *
 * @param unitPrice agreed recurring price of one unit, before tax
 */
public record NewLine(
    PlanId plan,
    String planName,
    ProductId product,
    SkuId sku,
    String name,
    ProductKind kind,
    int quantity,
    Money unitPrice) {

  public NewLine {
    if (quantity < 1) {
      throw new IllegalArgumentException(
          "A subscription line has a quantity of at least 1, not " + quantity + " of " + sku);
    }
  }
}
