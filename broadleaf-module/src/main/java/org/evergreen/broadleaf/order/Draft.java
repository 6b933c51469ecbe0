package org.evergreen.broadleaf.order;

import java.util.Map;
import org.broadleafcommerce.core.order.domain.Order;

/**
 * An order that Broadleaf has priced and that is not placed.
 *
 * @param items Broadleaf's keys of its items by the keys of the request's lines
 */
record Draft(Order order, Map<String, Long> items) {}
