package org.evergreen.plan;

/** There is no plan with this key. */
public class UnknownPlanException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private UnknownPlanException(String message) {
    super(message);
  }

  /** Nothing has this key. */
  public static UnknownPlanException withId(PlanId plan) {
    return new UnknownPlanException("There is no plan " + plan);
  }
}
