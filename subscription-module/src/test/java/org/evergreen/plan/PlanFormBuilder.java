package org.evergreen.plan;

import java.util.Set;

/** A plan form that is right; a test spoils one field at a time. */
final class PlanFormBuilder {

  String name = "Monthly";
  String intervalCount = "1";
  String intervalUnit = "MONTH";
  String priceKind = "PERCENT_OFF";
  String priceValue = "10";
  String currency = "USD";
  String signUpFee = "";
  String salePrice = "";
  String saleFrom = "";
  String saleTo = "";
  String trialCount = "";
  String trialUnit = "";
  boolean trialOnce;
  String alignmentDay = "";
  String yearDay = "";
  String yearMonth = "";
  String firstPayment = "FULL_NOW";
  String graceDays = "";
  String payments = "";
  boolean shippingOnce;
  String limit = "NONE";
  String minimumPayments = "";
  String noticeDays = "";
  String downloads = "ALL_AT_ONCE";
  Set<String> products = Set.of();
  String changeGroup = "";

  PlanForm build() {
    return new PlanForm(
        name,
        true,
        false,
        intervalCount,
        intervalUnit,
        new PlanForm.Price(priceKind, priceValue, currency, signUpFee, salePrice, saleFrom, saleTo),
        new PlanForm.Start(
            trialCount,
            trialUnit,
            trialOnce,
            alignmentDay,
            yearDay,
            yearMonth,
            firstPayment,
            graceDays),
        payments,
        new PlanForm.Conditions(shippingOnce, limit, minimumPayments, noticeDays, downloads),
        products,
        changeGroup);
  }
}
