package org.evergreen.renewal;

import java.time.Instant;
import java.util.Optional;

/**
 * What the renewal run has not got to yet.
 *
 * @param customers whose renewals or further attempts are due; 100,000 stands for that many and
 *     more
 * @param oldest since when the first of them is due; the run takes the oldest first, so that it
 *     stays young while the run keeps up
 */
public record RenewalBacklog(long customers, Optional<Instant> oldest) {}
