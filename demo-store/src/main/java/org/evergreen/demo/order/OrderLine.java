package org.evergreen.demo.order;

import java.util.Optional;
import org.evergreen.checkout.Gift;
import org.evergreen.plan.PlanOffer;
import org.evergreen.storefront.ProductId;
import org.evergreen.storefront.ProductKind;
import org.evergreen.storefront.SkuId;
import org.joda.money.Money;

/**
 * A line of an order.
 *
 * @param key unique within the order
 * @param cartLine the line of the cart that it came from, which leaves the cart when it is paid
 * @param unitPrice what one unit cost with this order, before tax
 * @param discount taken off quantity times unit price
 * @param amount quantity times unit price less the discount, before tax
 * @param offer the plan under which it was bought; renewals and one-time purchases have none
 * @param gift who gets it; empty when the buyer himself does
 */
public record OrderLine(
    String key,
    Optional<Long> cartLine,
    SkuId sku,
    ProductId product,
    String name,
    ProductKind kind,
    int quantity,
    Money unitPrice,
    Money discount,
    Money amount,
    Money tax,
    Optional<PlanOffer> offer,
    Optional<Gift> gift) {}
