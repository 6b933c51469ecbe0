package org.evergreen.renewal;

import java.time.Instant;
import org.evergreen.storefront.CustomerId;

/**
 * A customer whose renewal a worker had begun when it died. The next run takes it over and finishes
 * what was opened.
 *
 * @param owner who had it: the run's id, as it stands in the log
 * @param until when its right to it ended
 */
public record LostLease(CustomerId customer, String owner, Instant until) {}
