package org.evergreen.plan;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.BillingInterval;
import org.evergreen.terms.PlanConditions;
import org.evergreen.terms.Trial;
import org.joda.money.Money;

/**
 * A plan's terms worked out for one SKU at its price of the moment: what the shopper sees, what the
 * cart line remembers, and what the subscription keeps whatever becomes of the plan later.
 *
 * @param unitPrice recurring price of one unit, before tax
 * @param signUpFee charged once per unit with the first order, before tax
 * @param alignment the day on which all payments fall, or empty when they follow the sign-up
 * @param conditions what holds beside price and dates
 */
public record PlanOffer(
    PlanId plan,
    String planName,
    BillingInterval interval,
    Money unitPrice,
    Money signUpFee,
    Optional<Trial> trial,
    OptionalInt length,
    Optional<Alignment> alignment,
    PlanConditions conditions) {

  /** An offer without alignment, under the usual conditions. */
  public PlanOffer(
      PlanId plan,
      String planName,
      BillingInterval interval,
      Money unitPrice,
      Money signUpFee,
      Optional<Trial> trial,
      OptionalInt length) {
    this(
        plan,
        planName,
        interval,
        unitPrice,
        signUpFee,
        trial,
        length,
        Optional.empty(),
        PlanConditions.usual());
  }

  public PlanOffer {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(planName, "planName");
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(trial, "trial");
    Objects.requireNonNull(length, "length");
    Objects.requireNonNull(alignment, "alignment");
    Objects.requireNonNull(conditions, "conditions");
    if (unitPrice.isNegative() || signUpFee.isNegative()) {
      throw new IllegalArgumentException(
          "Plan " + plan + " would offer a negative price: " + unitPrice + ", fee " + signUpFee);
    }
  }

  /** The same offer under another name. */
  public PlanOffer named(String name) {
    return new PlanOffer(
        plan, name, interval, unitPrice, signUpFee, trial, length, alignment, conditions);
  }

  /** The same offer for somebody who gets no trial. */
  public PlanOffer withoutTrial() {
    return with(Optional.empty(), alignment);
  }

  /** The same offer with all payments on a day. */
  public PlanOffer alignedTo(Alignment day) {
    return with(trial, Optional.of(day));
  }

  private PlanOffer with(Optional<Trial> otherTrial, Optional<Alignment> otherAlignment) {
    return new PlanOffer(
        plan,
        planName,
        interval,
        unitPrice,
        signUpFee,
        otherTrial,
        length,
        otherAlignment,
        conditions);
  }
}
