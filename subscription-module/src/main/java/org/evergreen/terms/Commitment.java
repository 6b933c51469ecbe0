package org.evergreen.terms;

/**
 * What a shopper agrees to before he may cancel.
 *
 * @param minimumPayments payments to be made before cancelling is allowed; 0 for none
 * @param noticeDays a shopper who cancels fewer days than this before a payment still makes that
 *     payment, and the subscription ends with the term it pays for; 0 for none
 */
public record Commitment(int minimumPayments, int noticeDays) {

  public static final int MAX_NOTICE_DAYS = 365;

  private static final Commitment NONE = new Commitment(0, 0);

  public Commitment {
    if (minimumPayments < 0 || noticeDays < 0 || noticeDays > MAX_NOTICE_DAYS) {
      throw new IllegalArgumentException(
          "Not a commitment: " + minimumPayments + " payments, " + noticeDays + " days of notice");
    }
  }

  public static Commitment none() {
    return NONE;
  }
}
