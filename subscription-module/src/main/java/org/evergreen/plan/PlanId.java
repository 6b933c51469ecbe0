package org.evergreen.plan;

/** Key of a plan. */
public record PlanId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
