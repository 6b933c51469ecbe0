package org.evergreen.checkout;

import java.util.Optional;
import org.evergreen.plan.PlanOffer;

/** A line of a cart or an order, as far as it decides which subscription it goes into. */
interface OfferedLine {

  /** The plan; empty for a one-time purchase. */
  Optional<PlanOffer> offer();

  /** Who gets it; empty when the buyer himself does. */
  Optional<Gift> gift();
}
