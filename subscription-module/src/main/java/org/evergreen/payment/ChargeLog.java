package org.evergreen.payment;

import org.evergreen.log.LogId;
import org.evergreen.log.LogIds;

/** By what lines of the log about a charge are found. */
final class ChargeLog {

  private ChargeLog() {}

  static LogIds ids(Charge charge) {
    return LogIds.of(LogId.CHARGE, charge.id())
        .and(LogId.KEY, charge.key())
        .and(LogId.GATEWAY, charge.gateway())
        .and(LogId.GATEWAY_REFERENCE, charge.gatewayReference());
  }
}
