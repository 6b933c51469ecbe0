package org.evergreen.renewal;

import java.util.List;

/**
 * Told what became of renewal groups, in the transaction that settles them: what it writes stands
 * or falls with that. Lists are never empty.
 */
public interface RenewalListener {

  /** Paid, or nothing to pay. */
  void renewed(List<SettledRenewal> groups);

  /** Declined; owed from now on. */
  void failed(List<SettledRenewal> groups);

  /** The shopper must act before they can be paid. */
  void waiting(List<SettledRenewal> groups);
}
