package org.evergreen.site.account;

import java.util.List;

/**
 * What a subscription has coming: credit, discounts and planned changes.
 *
 * @param credit what is left of it; empty when there was never any
 * @param movements on the credit, latest first
 * @param discounts that run, a sentence each
 * @param planned changes that wait for the next payment
 * @param underWay the change that is being paid, in a sentence; empty for none
 * @param changes that were made, latest first
 */
public record Benefits(
    String credit,
    List<Movement> movements,
    List<String> discounts,
    List<Planned> planned,
    String underWay,
    List<Made> changes) {

  /**
   * A movement on the credit.
   *
   * @param subject under which it is explained; empty when it is not
   */
  public record Movement(String date, String what, String amount, String subject) {}

  /** A change that can still be withdrawn. */
  public record Planned(String change, String what, String date) {}

  /**
   * A change that was made.
   *
   * @param amount what was paid or credited; empty when neither
   * @param subject under which it is explained
   */
  public record Made(String date, String what, String amount, String subject) {}
}
