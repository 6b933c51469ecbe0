package org.evergreen.payment;

import org.evergreen.installation.ChargingPermission;

/** What became known of a charge: the answer to the call, to a look-up or in a webhook. */
public record ChargeResult(ChargeId charge, ChargeOutcome outcome) {

  private static final String NOT_SENT = "not sent";

  /** A charge that is refused, because this is a copy of the shop; the gateway hears nothing. */
  public static ChargeResult inACopy(ChargeId charge) {
    Decline decline =
        new Decline(DeclineClass.OUR_FAULT, "copy_of_the_shop", ChargingPermission.REFUSED);
    return new ChargeResult(charge, new ChargeOutcome.Declined(NOT_SENT, decline));
  }
}
