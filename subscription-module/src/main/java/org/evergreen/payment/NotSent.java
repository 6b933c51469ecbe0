package org.evergreen.payment;

/** Charges that the shop itself declines: no gateway hears of them. */
final class NotSent {

  private static final String REFERENCE = "not-sent";

  private NotSent() {}

  /** The bank has said of the method that it is never to be charged again. */
  static ChargeOutcome blocked() {
    return declined(
        DeclineClass.NEVER_AGAIN, "method_blocked", "The bank refused this payment method.");
  }

  /** The method was stored at a gateway that the shop no longer has. */
  static ChargeOutcome gatewayIsGone() {
    return declined(
        DeclineClass.OUR_FAULT,
        "gateway_not_set_up",
        "The payment could not be made because of a fault on our side.");
  }

  private static ChargeOutcome declined(DeclineClass declineClass, String code, String message) {
    return new ChargeOutcome.Declined(REFERENCE, new Decline(declineClass, code, message));
  }
}
