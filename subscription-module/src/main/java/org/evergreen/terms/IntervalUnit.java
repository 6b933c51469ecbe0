package org.evergreen.terms;

/** The calendar units of a billing interval or a trial. */
public enum IntervalUnit {
  DAY,
  WEEK,
  MONTH,
  YEAR
}
