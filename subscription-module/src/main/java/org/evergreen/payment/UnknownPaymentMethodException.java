package org.evergreen.payment;

/** The gateway does not know a payment method token, or does not take it. */
public class UnknownPaymentMethodException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private UnknownPaymentMethodException(String message) {
    super(message);
  }

  /** The token was not issued by this gateway, or was removed. */
  public static UnknownPaymentMethodException at(String gateway) {
    return new UnknownPaymentMethodException(
        "The gateway '" + gateway + "' does not know this payment method; ask for another card");
  }

  /**
   * The gateway knows it but does not take it.
   *
   * @param reason a plain sentence
   */
  public static UnknownPaymentMethodException refused(String gateway, String reason) {
    return new UnknownPaymentMethodException(
        "The gateway '" + gateway + "' refused this payment method: " + reason);
  }

  /** The customer has no such method, or has removed it. */
  public static UnknownPaymentMethodException notStored() {
    return new UnknownPaymentMethodException(
        "The customer has not stored this payment method; ask for another card");
  }
}
