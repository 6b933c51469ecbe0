package org.evergreen.plan;

import java.util.Set;

/**
 * A plan as it was typed into a form: text that may be wrong in any way. Parts that were left empty
 * are blank or null.
 *
 * @param priceKind PERCENT_OFF, AMOUNT_OFF or OWN_PRICE
 * @param priceValue a percentage or an amount in the shop's currency
 * @param payments how many payments, blank for no end
 * @param products ids of the products it is attached to
 */
public record PlanForm(
    String name,
    boolean active,
    boolean storewide,
    String intervalCount,
    String intervalUnit,
    String priceKind,
    String priceValue,
    String signUpFee,
    String trialCount,
    String trialUnit,
    String payments,
    Set<String> products) {}
