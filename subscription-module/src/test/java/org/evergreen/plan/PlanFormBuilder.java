package org.evergreen.plan;

import java.util.Set;

/** A plan form that is right; a test spoils one field at a time. */
final class PlanFormBuilder {

  String name = "Monthly";
  String intervalCount = "1";
  String intervalUnit = "MONTH";
  String priceKind = "PERCENT_OFF";
  String priceValue = "10";
  String signUpFee = "";
  String trialCount = "";
  String trialUnit = "";
  String payments = "";
  Set<String> products = Set.of();

  PlanForm build() {
    return new PlanForm(
        name,
        true,
        false,
        intervalCount,
        intervalUnit,
        priceKind,
        priceValue,
        signUpFee,
        trialCount,
        trialUnit,
        payments,
        products);
  }
}
