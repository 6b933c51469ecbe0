package org.evergreen.renewal;

import java.time.Instant;
import java.util.Optional;

/** What the renewal run will do next. */
public class RenewalQueue {

  /** When the next renewal or retry is due; in the past when the run is behind. */
  public Optional<Instant> nextDueAt() {
    throw new UnsupportedOperationException();
  }
}
