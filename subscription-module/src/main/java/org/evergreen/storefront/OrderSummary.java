package org.evergreen.storefront;

import java.time.Instant;
import org.joda.money.Money;

/**
 * An order as it is listed on a subscription's page.
 *
 * @param number what shopper and merchant call it
 * @param status in the host's words
 */
public record OrderSummary(
    OrderId id, String number, Instant placedAt, Money total, String status) {}
