package org.evergreen.checkout;

import java.time.LocalDate;
import java.util.Optional;
import org.evergreen.calendar.AlignedStart;
import org.evergreen.calendar.Part;
import org.evergreen.plan.PlanOffer;
import org.evergreen.terms.Alignment;

/** Works out what an offer costs with the first order. Pure. */
public final class FirstPayments {

  private FirstPayments() {}

  /**
   * What one unit costs with the first order.
   *
   * @param today the day of the order in the shop's zone
   */
  public static DueToday of(PlanOffer offer, LocalDate today) {
    if (offer.trial().isPresent()) {
      return new DueToday(offer, DueToday.Why.IN_TRIAL, Part.none(), Optional.empty());
    }
    return offer
        .alignment()
        .map(alignment -> aligned(offer, alignment, today))
        .orElseGet(() -> new DueToday(offer, DueToday.Why.FULL, Part.whole(), Optional.empty()));
  }

  private static DueToday aligned(PlanOffer offer, Alignment alignment, LocalDate today) {
    AlignedStart start = AlignedStart.of(alignment, offer.interval(), today);
    return new DueToday(offer, why(start, today), start.part(), Optional.of(start.firstDay()));
  }

  private static DueToday.Why why(AlignedStart start, LocalDate today) {
    if (start.part().isNone()) {
      return DueToday.Why.NOTHING_UNTIL_DAY;
    }
    if (!start.part().isWhole()) {
      return DueToday.Why.PRORATED;
    }
    boolean paysFromTheDayOn = start.cycleOfFirstDay() == 0 && start.firstDay().isAfter(today);
    return paysFromTheDayOn ? DueToday.Why.FULL_WITH_GRACE : DueToday.Why.FULL;
  }
}
