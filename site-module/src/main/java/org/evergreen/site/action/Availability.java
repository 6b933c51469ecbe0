package org.evergreen.site.action;

import java.util.Optional;

/** Whether an action may be done to a subscription now. */
public sealed interface Availability {

  /** It may be done. */
  record Available() implements Availability {}

  /**
   * It may not, and the shopper should be told so where he looks for it.
   *
   * @param sentence why, and from when on if that is known
   */
  record Refused(String sentence) implements Availability {}

  /**
   * It may not, and the page does not speak of it.
   *
   * @param sentence why, for somebody who opens its address
   */
  record Hidden(String sentence) implements Availability {}

  static Availability available() {
    return new Available();
  }

  /** Available unless there is a reason against it, which is not shown unasked. */
  static Availability unless(Optional<String> refusal) {
    return refusal.<Availability>map(Hidden::new).orElseGet(Available::new);
  }

  /** Available unless there is a reason against it, which the page tells. */
  static Availability unlessTold(Optional<String> refusal) {
    return refusal.<Availability>map(Refused::new).orElseGet(Available::new);
  }

  default boolean isAvailable() {
    return this instanceof Available;
  }

  /** Why it may not be done; empty when it may. */
  default Optional<String> refusal() {
    if (this instanceof Refused refused) {
      return Optional.of(refused.sentence());
    }
    return this instanceof Hidden hidden ? Optional.of(hidden.sentence()) : Optional.empty();
  }
}
