package org.evergreen.broadleaf.cart;

import java.util.Optional;

/** A product cannot be bought the way the shopper asked for; the message is for him. */
public class PlanRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private PlanRefusedException(String message) {
    super(message);
  }

  static PlanRefusedException notOffered(String product) {
    return new PlanRefusedException(
        "The plan that you chose is not offered for " + product + ". Please choose another one.");
  }

  static PlanRefusedException onlyByPlan(String product) {
    return new PlanRefusedException(
        product + " is sold by subscription only. Please choose a plan.");
  }

  static PlanRefusedException giftWithoutPlan() {
    return new PlanRefusedException(
        "Only a subscription can be a gift here. Please choose a plan.");
  }

  static PlanRefusedException noRecipient() {
    return new PlanRefusedException(
        "Please give the e-mail address of the person who gets the gift, and a name that is not"
            + " too long.");
  }

  static PlanRefusedException dueHasChanged() {
    return new PlanRefusedException(
        "What is due today has changed since you looked. Please look at your cart once more.");
  }

  static PlanRefusedException cart(String problems) {
    return new PlanRefusedException(problems);
  }

  /** The refusal among the causes of a failure of Broadleaf's. */
  public static Optional<PlanRefusedException> in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PlanRefusedException refused) {
        return Optional.of(refused);
      }
    }
    return Optional.empty();
  }
}
