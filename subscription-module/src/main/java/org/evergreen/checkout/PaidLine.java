package org.evergreen.checkout;

import java.util.Optional;
import org.evergreen.plan.PlanOffer;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.SkuId;

/**
 * A line of a {@link PaidOrder}.
 *
 * @param key the host's key of the line, unique within the order
 * @param name as the shopper read it
 * @param offer the plan as it was offered when the line went into the cart; empty when it was
 *     bought one-time
 */
public record PaidLine(
    String key,
    SkuId sku,
    ProductId product,
    String name,
    ProductKind kind,
    int quantity,
    Optional<PlanOffer> offer) {}
