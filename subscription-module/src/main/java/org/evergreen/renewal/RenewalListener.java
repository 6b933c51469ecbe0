package org.evergreen.renewal;

import java.util.List;

/**
 * Told what became of renewal groups, in the transaction that settles them: what it writes stands
 * or falls with that. Lists are never empty.
 */
public interface RenewalListener {

  /** Paid, or nothing to pay. */
  void renewed(List<SettledRenewal> groups);

  /**
   * Declined, or a step of the retry ladder has passed without an attempt; owed from now on. {@link
   * SettledRenewal#next} says what comes next. Not told of what a shopper tried himself and saw
   * fail.
   */
  void failed(List<SettledRenewal> groups);

  /** The shopper must act before they can be paid; told again at each step of the ladder. */
  void waiting(List<SettledRenewal> groups);
}
