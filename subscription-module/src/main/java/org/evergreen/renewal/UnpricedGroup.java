package org.evergreen.renewal;

/**
 * A group that could not be priced.
 *
 * @param problem why, for the merchant
 * @param mayPass whether something broke, so that it may work later without anybody's doing; false
 *     when the host has said that it cannot be had
 */
record UnpricedGroup(PlannedGroup plan, String problem, boolean mayPass) {}
