package org.evergreen.plan;

/** Somebody else changed a plan since it was read; nothing was saved. */
public class StalePlanException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private StalePlanException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The form shows an older state than the database holds. */
  public static StalePlanException changedSince(PlanId plan, long expectedVersion) {
    return because(plan, expectedVersion, null);
  }

  static StalePlanException because(PlanId plan, long expectedVersion, Throwable cause) {
    return new StalePlanException(
        "Plan "
            + plan
            + " was changed by somebody else since version "
            + expectedVersion
            + "; open it again and repeat the change",
        cause);
  }
}
