package org.evergreen.demo.chaos;

import java.util.List;
import java.util.Random;
import org.evergreen.payment.stripe.wire.Fault;
import org.evergreen.payment.stripe.wire.Operation;
import org.evergreen.payment.stripe.wire.StripeDouble;

/** Lets requests to the gateway go wrong by chance. */
final class GatewayWeather {

  private static final List<Fault> FAULTS =
      List.of(
          Fault.LATE,
          Fault.LATE,
          Fault.ERROR_AFTER,
          Fault.ERROR_AFTER,
          Fault.ERROR_BEFORE,
          Fault.DROPPED_AFTER,
          Fault.DROPPED_AFTER,
          Fault.DROPPED_BEFORE,
          Fault.TOO_MANY,
          Fault.GARBAGE);

  private final StripeDouble stripe;
  private final Tally tally;

  GatewayWeather(StripeDouble stripe, Tally tally) {
    this.stripe = stripe;
    this.tally = tally;
  }

  void storm(long seed, double rate) {
    Random chance = new Random(seed);
    stripe.faults().otherwise(request -> fault(request, chance, rate));
  }

  private Fault fault(Operation request, Random chance, double rate) {
    if (chance.nextDouble() >= rate) {
      return Fault.NONE;
    }
    Fault fault = FAULTS.get(chance.nextInt(FAULTS.size()));
    tally.fault(fault.name());
    return fault;
  }

  /** Answers that were held back arrive. */
  void letGo() {
    stripe.faults().letGo();
  }

  void calm() {
    stripe.faults().otherwise(request -> Fault.NONE);
    letGo();
  }
}
