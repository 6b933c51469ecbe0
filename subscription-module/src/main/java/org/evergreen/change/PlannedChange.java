package org.evergreen.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.change.proration.Proration.Timing;
import org.evergreen.subscription.LinePayment;
import org.evergreen.terms.BillingInterval;

/**
 * A change worked out in full: everything that is needed to make it once it is paid, or its time
 * has come. It is kept with the change, so that what was confirmed is what is done.
 *
 * @param summary what changes, in plain words
 * @param items what is delivered after it; none when something is taken out
 * @param dates what becomes of the dates
 * @param payment what the line was paid with from the change on
 * @param order what is due now, priced by the host; empty when nothing is
 */
record PlannedChange(
    ChangeKind kind,
    Step step,
    String summary,
    List<Item> items,
    Dates dates,
    LinePayment payment,
    ChangeAmounts amounts,
    Optional<HostOrder> order) {

  /** What is done to the lines. */
  enum Step {
    REPLACE,
    ADD,
    REMOVE,
    START_AGAIN
  }

  /**
   * What becomes of the dates.
   *
   * @param own whether the line moves to a subscription of its own, because its dates or its length
   *     are no longer those of the other lines
   * @param from the moment of the quote, from which the new term counts
   * @param end of the term after the change; the next payment, if one follows
   * @param counts whether the payments to come are counted anew
   * @param paymentsLeft how many they are then; empty for no end
   */
  record Dates(
      Timing timing,
      boolean own,
      BillingInterval interval,
      Instant from,
      Instant end,
      boolean counts,
      OptionalInt paymentsLeft) {}

  PlannedChange {
    items = List.copyOf(items);
  }

  boolean isScheduled() {
    return dates.timing() == Timing.AT_RENEWAL;
  }

  Item item() {
    return items.get(0);
  }
}
