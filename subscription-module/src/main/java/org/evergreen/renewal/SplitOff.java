package org.evergreen.renewal;

import java.time.Instant;

/**
 * Where a renewal comes from that is charged by itself, because it was declined with others.
 *
 * @param group that was declined
 * @param renewals how many there were in it
 * @param step how many steps of the ladder had begun
 * @param failedAt when it was declined first
 */
record SplitOff(RenewalGroupId group, int renewals, int step, Instant failedAt) {}
