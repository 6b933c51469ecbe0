package org.evergreen.subscription;

import java.util.Optional;
import org.evergreen.plan.PlanId;
import org.evergreen.plan.PlanOffer;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.SkuId;
import org.joda.money.Money;

/**
 * What a subscription is going to deliver.
 *
 * @param unitPrice agreed recurring price of one unit, before tax
 * @param offer the terms under which it is bought; empty when they are not known any more
 */
public record NewLine(
    PlanId plan,
    String planName,
    ProductId product,
    SkuId sku,
    String name,
    ProductKind kind,
    int quantity,
    Money unitPrice,
    Optional<PlanOffer> offer) {

  /** A line whose terms are not known any more. */
  public NewLine(
      PlanId plan,
      String planName,
      ProductId product,
      SkuId sku,
      String name,
      ProductKind kind,
      int quantity,
      Money unitPrice) {
    this(plan, planName, product, sku, name, kind, quantity, unitPrice, Optional.empty());
  }

  public NewLine {
    if (quantity < 1) {
      throw new IllegalArgumentException(
          "A subscription line has a quantity of at least 1, not " + quantity + " of " + sku);
    }
  }

  /** A line under an offer. */
  public static NewLine of(
      PlanOffer offer, ProductId product, SkuId sku, String name, ProductKind kind, int quantity) {
    return new NewLine(
        offer.plan(),
        offer.planName(),
        product,
        sku,
        name,
        kind,
        quantity,
        offer.unitPrice(),
        Optional.of(offer));
  }

  /** A line as it is, for another subscription. */
  public static NewLine of(SubscriptionLine line) {
    return new NewLine(
        line.plan(),
        line.planName(),
        line.product(),
        line.sku(),
        line.name(),
        line.kind(),
        line.quantity(),
        line.unitPrice(),
        line.offer());
  }

  /** The same in another quantity. */
  public NewLine times(int other) {
    return new NewLine(plan, planName, product, sku, name, kind, other, unitPrice, offer);
  }
}
