package org.evergreen.terms;

import java.time.temporal.ChronoUnit;

/** The calendar units of a billing interval or a trial. */
public enum IntervalUnit {
  DAY(ChronoUnit.DAYS),
  WEEK(ChronoUnit.WEEKS),
  MONTH(ChronoUnit.MONTHS),
  YEAR(ChronoUnit.YEARS);

  private final ChronoUnit calendarUnit;

  IntervalUnit(ChronoUnit calendarUnit) {
    this.calendarUnit = calendarUnit;
  }

  ChronoUnit calendarUnit() {
    return calendarUnit;
  }
}
