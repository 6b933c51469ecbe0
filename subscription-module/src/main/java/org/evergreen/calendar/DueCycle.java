package org.evergreen.calendar;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * What to bill when a payment is found due, in the three ways a merchant can choose for cycles that
 * passed as a whole without a run. A cycle is missed when the payment after it is due as well. See
 * docs/05-status-and-dates.md.
 *
 * @param bill the cycle to bill now; empty when none is
 * @param next the cycle whose payment comes after that
 */
public record DueCycle(OptionalInt bill, int next) {

  /** Bills the cycle of today; those missed before it are left out. */
  public static DueCycle currentOnly(Schedule schedule, int due, Instant now) {
    int current = schedule.currentCycle(due, now);
    return new DueCycle(OptionalInt.of(current), current + 1);
  }

  /** Bills the cycle that was due first; the next is due at once if it was missed too. */
  public static DueCycle each(int due) {
    return new DueCycle(OptionalInt.of(due), due + 1);
  }

  /** Bills nothing when a cycle was missed as a whole; billing goes on with the next date. */
  public static DueCycle none(Schedule schedule, int due, Instant now) {
    int current = schedule.currentCycle(due, now);
    return current == due ? each(due) : new DueCycle(OptionalInt.empty(), current + 1);
  }
}
