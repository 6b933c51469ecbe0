package org.evergreen.payment.stripe;

import com.stripe.model.StripeError;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that Stripe says about why a payment failed; a part that it left out is an empty text.
 *
 * @param code of the error, for example {@code card_declined}
 * @param declineCode the bank's reason as Stripe names it, for example {@code insufficient_funds}
 * @param adviceCode what Stripe advises, for example {@code try_again_later}
 * @param networkAdviceCode what the card network advises, for example {@code 03}
 * @param networkDeclineCode the card network's own reason, for example {@code 51}
 */
record DeclineCodes(
    String code,
    String declineCode,
    String adviceCode,
    String networkAdviceCode,
    String networkDeclineCode) {

  private static final String ANY_DECLINE = "card_declined";
  private static final int LONGEST = 64;

  static DeclineCodes of(StripeError error) {
    return new DeclineCodes(
        text(error.getCode()),
        text(error.getDeclineCode()),
        text(error.getAdviceCode()),
        text(error.getNetworkAdviceCode()),
        text(error.getNetworkDeclineCode()));
  }

  /** The most telling of the codes: the bank's reason, or that of the error. */
  String reason() {
    return declineCode.isEmpty() ? code : declineCode;
  }

  /**
   * All codes in one text that fits the column of a charge, for example {@code
   * insufficient_funds|try_again_later|24|51}; the error's own code comes first where it says more
   * than that a card was declined: {@code expired_card:generic_decline|||}.
   */
  String kept() {
    boolean codeTells = !code.equals(ANY_DECLINE) && !code.equals(reason());
    String first = codeTells ? code + ":" + reason() : reason();
    String all =
        Stream.of(first, adviceCode, networkAdviceCode, networkDeclineCode)
            .collect(Collectors.joining("|"))
            .replaceAll("\\|+$", "");
    return all.length() <= LONGEST ? all : all.substring(0, LONGEST);
  }

  /** The codes in a text that {@link #kept} made, as far as it holds them. */
  static DeclineCodes keptIn(String text) {
    String[] parts = text.split("\\|", -1);
    String[] reasons = parts[0].split(":", 2);
    return new DeclineCodes(
        reasons.length > 1 ? reasons[0] : ANY_DECLINE,
        reasons[reasons.length - 1],
        part(parts, 1),
        part(parts, 2),
        part(parts, 3));
  }

  private static String part(String[] parts, int index) {
    return index < parts.length ? parts[index] : "";
  }

  private static String text(String code) {
    return Objects.requireNonNullElse(code, "");
  }
}
