package org.evergreen.broadleaf.order;

import java.util.List;
import java.util.Map;
import org.broadleafcommerce.core.order.domain.Order;

/**
 * An order that Broadleaf has priced and that is not placed.
 *
 * @param items Broadleaf's keys of its items by the keys of the request's lines; a line may be more
 *     than one item
 */
record Draft(Order order, Map<String, List<Long>> items) {}
