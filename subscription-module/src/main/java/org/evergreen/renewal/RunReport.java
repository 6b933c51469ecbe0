package org.evergreen.renewal;

/**
 * What a renewal run has done.
 *
 * @param accounts billing accounts that were claimed
 * @param renewals renewals that were opened, or tried again
 * @param charges charges that were sent to the gateway
 * @param succeeded charges that were paid
 * @param declined charges that the gateway refused
 * @param waiting groups that wait for the shopper
 * @param unknown charges whose answer is not known yet
 * @param parked subscriptions that were set aside because they could not be priced
 */
public record RunReport(
    int accounts,
    int renewals,
    int charges,
    int succeeded,
    int declined,
    int waiting,
    int unknown,
    int parked) {

  /** Nothing done. */
  public static RunReport none() {
    return new RunReport(0, 0, 0, 0, 0, 0, 0, 0);
  }

  /** Both together. */
  public RunReport plus(RunReport other) {
    return new RunReport(
        accounts + other.accounts,
        renewals + other.renewals,
        charges + other.charges,
        succeeded + other.succeeded,
        declined + other.declined,
        waiting + other.waiting,
        unknown + other.unknown,
        parked + other.parked);
  }
}
