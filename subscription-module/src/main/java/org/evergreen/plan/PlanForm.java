package org.evergreen.plan;

import java.util.Set;

/**
 * A plan as it was typed into a form: text that may be wrong in any way. Parts that were left empty
 * are blank or null.
 *
 * @param payments how many payments, blank for no end
 * @param products ids of the products it is attached to
 * @param changeGroup id of its change group, blank for none
 */
public record PlanForm(
    String name,
    boolean active,
    boolean storewide,
    String intervalCount,
    String intervalUnit,
    Price price,
    Start start,
    String payments,
    Conditions conditions,
    Set<String> products,
    String changeGroup) {

  /**
   * What it costs.
   *
   * @param kind PERCENT_OFF, AMOUNT_OFF or OWN_PRICE
   * @param value a percentage or an amount
   * @param currency of all amounts, blank for the shop's
   * @param salePrice below the own price, blank for none
   * @param saleFrom first day of the sale in the shop's zone, as 2026-12-31; blank when it is on
   * @param saleTo last day of the sale, blank when it has no end
   */
  public record Price(
      String kind,
      String value,
      String currency,
      String signUpFee,
      String salePrice,
      String saleFrom,
      String saleTo) {}

  /**
   * How it begins: with a trial, on a day.
   *
   * @param day WEEKDAY-1 (Monday) to WEEKDAY-7, DAY_OF_MONTH-1 to DAY_OF_MONTH-28,
   *     LAST_DAY_OF_MONTH, DAY_OF_YEAR, or blank when payments follow the sign-up
   * @param yearDay day of the month, for DAY_OF_YEAR
   * @param yearMonth month 1 to 12, for DAY_OF_YEAR
   * @param firstPayment a name of {@link org.evergreen.terms.Alignment.FirstPayment}
   */
  public record Start(
      String trialCount,
      String trialUnit,
      boolean trialOnce,
      String day,
      String yearDay,
      String yearMonth,
      String firstPayment,
      String graceDays) {}

  /** What holds beside price and dates. */
  public record Conditions(
      boolean shippingOnce,
      String limit,
      String minimumPayments,
      String noticeDays,
      String downloads) {}
}
