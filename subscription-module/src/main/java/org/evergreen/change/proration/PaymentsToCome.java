package org.evergreen.change.proration;

import java.util.OptionalInt;
import org.evergreen.settings.ChangePolicies.Length;

/** How many payments follow a change to a plan of a certain length. */
public final class PaymentsToCome {

  private PaymentsToCome() {}

  /**
   * The payments to come.
   *
   * @param newLength of the new plan; empty when it runs until cancelled
   * @param made how many payments were made before the change
   * @param paysCycleNow whether the change itself pays a full cycle of the new plan
   * @return zero or more, empty when it runs until cancelled
   */
  public static OptionalInt after(
      Length policy, OptionalInt newLength, int made, boolean paysCycleNow) {
    if (newLength.isEmpty()) {
      return newLength;
    }
    int paid = paysCycleNow ? 1 : 0;
    int counted = policy == Length.SUBTRACT_PAID ? made : 0;
    return OptionalInt.of(Math.max(0, newLength.getAsInt() - counted - paid));
  }
}
