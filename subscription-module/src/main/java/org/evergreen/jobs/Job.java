package org.evergreen.jobs;

import java.time.Duration;

/**
 * Work that is repeated for ever. It does whatever is due, on one node at a time as a rule; when a
 * node hangs, another may begin before the first has ended, so running it twice at once does no
 * harm. A host adds jobs of its own as beans.
 *
 * @param name key of the job in the database, stable for ever
 * @param pause time between the end of one run and the beginning of the next
 */
public record Job(String name, Duration pause, Runnable work) {

  public Job {
    if (name.isBlank() || pause.isNegative() || pause.isZero()) {
      throw new IllegalArgumentException(
          "A job has a name and a pause between its runs, not '" + name + "' and " + pause);
    }
  }
}
