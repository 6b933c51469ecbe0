package org.evergreen.admin.subscription;

import java.util.UUID;

/**
 * The form of a refund as it was typed.
 *
 * @param line key of the line that it is for; empty for the payment as a whole
 * @param reason for the merchant's records and the gateway's; may be empty
 * @param token so that sending it twice refunds once
 */
record RefundForm(String amount, String line, String reason, String token) {

  /** All that is left is suggested, except of an order, which may hold other things. */
  static RefundForm of(RefundDesk.Payment payment) {
    String amount = payment.isOfAnOrder() ? "" : payment.left().getAmount().toPlainString();
    return new RefundForm(amount, "", "", UUID.randomUUID().toString());
  }

  /** The same, to be sent once more. */
  RefundForm again() {
    return new RefundForm(amount, line, reason, UUID.randomUUID().toString());
  }
}
