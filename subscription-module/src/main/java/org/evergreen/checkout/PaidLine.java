package org.evergreen.checkout;

import java.util.Objects;
import java.util.Optional;
import org.evergreen.plan.PlanOffer;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.SkuId;
import org.joda.money.Money;

/**
 * A line of a {@link PaidOrder}.
 *
 * @param key the host's key of the line, unique within the order
 * @param name as the shopper read it
 * @param offer the plan as it was offered when the line was bought; empty when it was bought
 *     one-time
 * @param discount what this order took off the line, in the terms of the shop's prices; empty for
 *     nothing
 * @param gift who gets it; empty when the buyer himself does
 */
public record PaidLine(
    String key,
    SkuId sku,
    ProductId product,
    String name,
    ProductKind kind,
    int quantity,
    Optional<PlanOffer> offer,
    Optional<Money> discount,
    Optional<Gift> gift)
    implements OfferedLine {

  public PaidLine {
    Objects.requireNonNull(offer, "offer");
    Objects.requireNonNull(discount, "discount");
    Objects.requireNonNull(gift, "gift");
  }

  /** A line at its full price for the buyer himself. */
  public PaidLine(
      String key,
      SkuId sku,
      ProductId product,
      String name,
      ProductKind kind,
      int quantity,
      Optional<PlanOffer> offer) {
    this(key, sku, product, name, kind, quantity, offer, Optional.empty(), Optional.empty());
  }
}
