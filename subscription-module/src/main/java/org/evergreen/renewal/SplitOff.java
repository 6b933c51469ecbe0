package org.evergreen.renewal;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a renewal comes from that was owed together with others and is charged apart from them now.
 *
 * @param group that was owed
 * @param renewals how many there were in it
 * @param step how many steps of the ladder had begun
 * @param failedAt when it was declined first; empty when no attempt has failed
 * @param nextStepAt when the next step is due, if one is planned
 * @param endedAt when the last step was over, if it is
 */
record SplitOff(
    RenewalGroupId group,
    int renewals,
    int step,
    Optional<Instant> failedAt,
    Optional<Instant> nextStepAt,
    Optional<Instant> endedAt) {}
