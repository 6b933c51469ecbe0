package org.evergreen.payment;

import java.util.List;

/**
 * How a charge is asked for; frozen with it, so that it is asked for again in the same words.
 *
 * @param shopperPresent whether he is there to answer his bank
 * @param setsUp whether the payment also makes the method ready for charges while he is away
 * @param lines what it pays for, where the gateway takes that; may be empty
 */
public record ChargeDetails(boolean shopperPresent, boolean setsUp, List<ChargeLine> lines) {

  public ChargeDetails {
    lines = List.copyOf(lines);
  }

  /** The shopper is away. */
  public static ChargeDetails away() {
    return new ChargeDetails(false, false, List.of());
  }

  /** The shopper is there. */
  public static ChargeDetails present(boolean setsUp) {
    return new ChargeDetails(true, setsUp, List.of());
  }

  /** The same with the lines that it pays for. */
  public ChargeDetails paying(List<ChargeLine> what) {
    return new ChargeDetails(shopperPresent, setsUp, what);
  }
}
