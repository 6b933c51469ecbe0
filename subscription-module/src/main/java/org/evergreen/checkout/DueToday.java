package org.evergreen.checkout;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.evergreen.calendar.Part;
import org.evergreen.money.MoneyInWords;
import org.evergreen.money.Working;
import org.evergreen.plan.PlanOffer;
import org.evergreen.terms.TermsInWords;
import org.joda.money.Money;

/**
 * What one unit under an offer costs with the first order, in the terms of the shop's prices.
 *
 * @param offer with the recurring price and the sign-up fee
 * @param why what is paid of the recurring price now
 * @param part the part of the recurring price that is paid now
 * @param payday the first aligned day; empty without alignment and in a trial
 */
public record DueToday(PlanOffer offer, Why why, Part part, Optional<LocalDate> payday) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.US);

  /** What is paid of the recurring price with the first order. */
  public enum Why {
    /** All of it: for the first cycle, or up to the aligned day. */
    FULL,
    /** All of it, for the cycle that begins on the aligned day, which is near. */
    FULL_WITH_GRACE,
    /** The part for the days to the aligned day. */
    PRORATED,
    /** Nothing until the aligned day. */
    NOTHING_UNTIL_DAY,
    /** Nothing until the trial ends. */
    IN_TRIAL
  }

  /** The part of the recurring price of one unit that is paid now. */
  public Money recurring() {
    return part.of(offer.unitPrice());
  }

  /** What one unit costs now. */
  public Money amount() {
    return recurring().plus(offer.signUpFee());
  }

  /** Whether the first order pays for anything that comes again. */
  public boolean paysRecurringPart() {
    return !part.isNone();
  }

  /** Whether goods are sent with the first order: not before something is paid for them. */
  public boolean delivers() {
    return paysRecurringPart();
  }

  /** How the amount for some units comes about. */
  public Working working(String name, int quantity) {
    String units = quantity == 1 ? name : quantity + " x " + name;
    Working working =
        Working.nothing().and(units + ": " + reason(), recurring().multipliedBy(quantity));
    return offer.signUpFee().isZero()
        ? working
        : working.and(units + ": sign-up fee, paid once", offer.signUpFee().multipliedBy(quantity));
  }

  private String reason() {
    return switch (why) {
      case FULL -> "the full price now";
      case FULL_WITH_GRACE -> "the full price now, which pays for the time from " + day();
      case PRORATED ->
          TermsInWords.counted(part.days(), "day")
              + " of "
              + part.ofDays()
              + " until "
              + day()
              + ", at "
              + MoneyInWords.write(offer.unitPrice(), Locale.US)
              + " for all of them";
      case NOTHING_UNTIL_DAY -> "nothing until " + day();
      case IN_TRIAL ->
          "nothing in the trial of "
              + TermsInWords.lengthInWords(offer.trial().orElseThrow().length());
    };
  }

  private String day() {
    return DATE.format(payday.orElseThrow());
  }
}
