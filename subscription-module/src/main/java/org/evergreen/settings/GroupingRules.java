package org.evergreen.settings;

/**
 * Which renewals of a customer are paid together. See docs/03-how-a-renewal-works.md.
 *
 * @param consolidates whether any are; otherwise each subscription is charged alone
 * @param windowDays a renewal that is due within so many days after another is taken along with it;
 *     0 takes along what is due on the same day
 * @param optOut whether a shopper may have each of his subscriptions charged alone
 * @param maxLines the most lines that one order, and one charge at a gateway, may have
 */
public record GroupingRules(boolean consolidates, int windowDays, boolean optOut, int maxLines) {

  public static final int MAX_WINDOW_DAYS = 7;
  public static final int MAX_LINES = 100;

  public GroupingRules {
    require("A window", 0, MAX_WINDOW_DAYS, "days", windowDays);
    require("A group", 1, MAX_LINES, "lines", maxLines);
  }

  private static void require(String what, int least, int most, String unit, int value) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + " has " + least + " to " + most + " " + unit + ", not " + value);
    }
  }

  /** What is due on the same day is paid together, up to 100 lines; shoppers may opt out. */
  public static GroupingRules defaults() {
    return new GroupingRules(true, 0, true, MAX_LINES);
  }
}
