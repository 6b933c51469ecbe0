package org.evergreen.payment;

/**
 * Why a gateway refused a charge.
 *
 * @param codes all that the gateway said, kept for support
 * @param message for the shopper, in plain words
 */
public record Decline(DeclineClass declineClass, Codes codes, String message) {

  /** A decline of which the gateway gives one code only. */
  public Decline(DeclineClass declineClass, String code, String message) {
    this(declineClass, Codes.of(code), message);
  }

  /** The most telling of the codes: the bank's reason, or the gateway's own. */
  public String code() {
    return codes.reason();
  }

  /**
   * The codes of a decline, each as it came; a part that was left out is an empty text.
   *
   * @param gatewayCode the gateway's own, for example {@code card_declined}
   * @param declineCode the bank's reason as the gateway names it, for example {@code
   *     insufficient_funds}
   * @param adviceCode what the gateway advises, for example {@code try_again_later}
   * @param networkAdviceCode what the card network advises, for example {@code 03}
   * @param networkDeclineCode the card network's own reason, for example {@code 51}
   */
  public record Codes(
      String gatewayCode,
      String declineCode,
      String adviceCode,
      String networkAdviceCode,
      String networkDeclineCode) {

    private static final int LONGEST = 64;
    private static final int LONGEST_OF_NETWORK = 16;

    public Codes {
      gatewayCode = text(gatewayCode, LONGEST);
      declineCode = text(declineCode, LONGEST);
      adviceCode = text(adviceCode, LONGEST);
      networkAdviceCode = text(networkAdviceCode, LONGEST_OF_NETWORK);
      networkDeclineCode = text(networkDeclineCode, LONGEST_OF_NETWORK);
    }

    /** A single code, which is the reason. */
    public static Codes of(String reason) {
      return new Codes("", reason, "", "", "");
    }

    /** The most telling of the codes: the bank's reason, or the gateway's own. */
    public String reason() {
      return declineCode.isEmpty() ? gatewayCode : declineCode;
    }

    private static String text(String code, int longest) {
      if (code == null) {
        return "";
      }
      return code.length() <= longest ? code : code.substring(0, longest);
    }
  }
}
