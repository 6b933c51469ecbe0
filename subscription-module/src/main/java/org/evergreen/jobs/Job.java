package org.evergreen.jobs;

import java.time.Duration;

/**
 * Work that is repeated for ever. It does whatever is due. When a node hangs, another may begin
 * before the first has ended, so running it twice at once does no harm. A host adds jobs of its own
 * as beans.
 *
 * @param name key of the job in the database, stable for ever
 * @param pause time between the end of one run and the beginning of the next
 * @param reach who works at it
 */
public record Job(String name, Duration pause, Reach reach, Runnable work) {

  /** Which nodes work at a job. */
  public enum Reach {
    /** One at a time, whichever is free. */
    ONE_NODE,
    /**
     * All of them: besides the one whose turn it is, every node joins in after each pause. For work
     * that nodes divide among themselves, such as by claims.
     */
    EVERY_NODE
  }

  public Job {
    if (name.isBlank() || pause.isNegative() || pause.isZero()) {
      throw new IllegalArgumentException(
          "A job has a name and a pause between its runs, not '" + name + "' and " + pause);
    }
  }

  /** A job that one node at a time has. */
  public Job(String name, Duration pause, Runnable work) {
    this(name, pause, Reach.ONE_NODE, work);
  }
}
