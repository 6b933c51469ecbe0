package org.evergreen.plan;

/** How a product that has plans is sold. */
public enum SellingMode {
  ONE_TIME_ONLY,
  PLAN_ONLY,
  BOTH;

  /** Whether it may be bought without a plan. */
  public boolean allowsOneTime() {
    return this != PLAN_ONLY;
  }

  /** Whether its plans are offered. */
  public boolean allowsPlans() {
    return this != ONE_TIME_ONLY;
  }
}
