package org.evergreen.renewal;

/**
 * A group that could not be priced.
 *
 * @param problem why, for the merchant
 */
record UnpricedGroup(PlannedGroup plan, String problem) {}
