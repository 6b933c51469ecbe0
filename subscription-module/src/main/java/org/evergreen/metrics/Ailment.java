package org.evergreen.metrics;

import java.util.EnumSet;
import java.util.Set;

/** Why the shop is not well; see {@code docs/17-operations.md} for what to do about each. */
public enum Ailment {
  /** A job should have run long ago, fails every time, or was left by a dead node. */
  JOBS_STAND_STILL,
  /** Renewals have been due for long: the run does not keep up, fails, or must not charge. */
  BACKLOG_TOO_OLD,
  /** Whether the gateway has taken the money of a charge has been unknown for long. */
  CHARGES_STUCK;

  /** What a shop with these vitals suffers from. */
  public static Set<Ailment> of(Vitals vitals, HealthLimits limits) {
    Set<Ailment> found = EnumSet.noneOf(Ailment.class);
    if (!vitals.jobsInTrouble().isEmpty()) {
      found.add(JOBS_STAND_STILL);
    }
    if (vitals.backlogAge().compareTo(limits.backlogAge()) > 0) {
      found.add(BACKLOG_TOO_OLD);
    }
    if (vitals.unknownAge().compareTo(limits.unknownAge()) > 0) {
      found.add(CHARGES_STUCK);
    }
    return found;
  }
}
