package org.evergreen.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a job stands, for all nodes together. Times are those of the wall clock by which jobs are
 * triggered, which a moved demo clock does not move.
 *
 * @param pause between the end of one run and the beginning of the next
 * @param failures runs in a row that failed
 * @param next when it runs next, or should have begun the run that is late or under way
 * @param node the node that is running it, or died while it did
 * @param overdue for how long it should have begun, or its node has given no sign of life
 * @param sinceSuccess age of the last run that succeeded
 */
public record JobState(
    String name,
    Duration pause,
    Stage stage,
    int failures,
    Optional<Instant> lastSuccess,
    Optional<Instant> lastFailure,
    Optional<Instant> next,
    Optional<String> node,
    Duration overdue,
    Optional<Duration> sinceSuccess) {

  /** What a job is doing. */
  public enum Stage {
    /** No node has ever run it. */
    NEVER_RAN,
    /** It waits for its next run. */
    WAITING,
    /** A node runs it and says so. */
    RUNNING,
    /** A node was running it and says nothing any more; another takes it over. */
    LOST,
    /** It should have begun long ago: no node runs jobs, or all their threads are busy. */
    LATE,
    /** It runs, and fails every time. */
    FAILING
  }

  /** Whether work is left undone. */
  public boolean isInTrouble() {
    return stage != Stage.WAITING && stage != Stage.RUNNING;
  }
}
