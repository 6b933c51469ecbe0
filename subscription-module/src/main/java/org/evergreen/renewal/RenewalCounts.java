package org.evergreen.renewal;

/**
 * What the renewals monitor shows at a glance.
 *
 * @param due subscriptions that are due now
 * @param running groups whose charge is being made, or whose answer is not known yet
 * @param waiting groups that wait for the shopper
 * @param failed groups that were declined and are owed
 * @param parked subscriptions that could not be priced
 * @param unplaced paid groups without an order at the host
 */
public record RenewalCounts(
    long due, long running, long waiting, long failed, long parked, long unplaced) {}
