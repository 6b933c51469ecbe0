package org.evergreen.settings;

import java.util.EnumSet;
import java.util.Set;

/**
 * What shoppers may do by themselves in My Account. A merchant may always do it for them.
 *
 * @param allowed the actions that are allowed
 * @param pausesPerYear how often a subscription may be paused in a calendar year of the shop
 */
public record SelfService(Set<Action> allowed, int pausesPerYear) {

  /** Actions of a shopper that a merchant may forbid. */
  public enum Action {
    PAUSE,
    SKIP,
    MOVE_DATE,
    CHANGE_QUANTITY,
    ADD_ITEM,
    REMOVE_ITEM,
    RENEW_EARLY,
    CHANGE_METHOD,
    CHANGE_ADDRESS,
    AUTOMATIC_RENEWAL,
    CANCEL,
    RESUBSCRIBE
  }

  public static final int MAX_PAUSES_PER_YEAR = 99;

  public SelfService {
    allowed = Set.copyOf(allowed);
    if (pausesPerYear < 0 || pausesPerYear > MAX_PAUSES_PER_YEAR) {
      throw new IllegalArgumentException(
          "A subscription is paused 0 to "
              + MAX_PAUSES_PER_YEAR
              + " times a year, not "
              + pausesPerYear);
    }
  }

  /** Everything, and three pauses a year. */
  public static SelfService defaults() {
    return new SelfService(EnumSet.allOf(Action.class), 3);
  }

  public boolean allows(Action action) {
    return allowed.contains(action);
  }
}
