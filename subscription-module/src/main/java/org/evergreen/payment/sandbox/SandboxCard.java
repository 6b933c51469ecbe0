package org.evergreen.payment.sandbox;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.ChargeRequest;
import org.evergreen.payment.Decline;
import org.evergreen.payment.DeclineClass;
import org.evergreen.payment.sandbox.SandboxEntry.Outcome;

/** The test cards of the sandbox gateway; the card decides what becomes of a charge. */
public enum SandboxCard {
  SUCCEEDS("Visa", "4242", "Every charge succeeds", Outcome.SUCCEEDED),
  SUCCEEDS_TOO("Mastercard", "4444", "Every charge succeeds, on another card", Outcome.SUCCEEDED),
  DECLINES_RENEWALS("Visa", "0119", "Pays at checkout, declines every renewal", Outcome.SUCCEEDED),
  INSUFFICIENT_FUNDS("Visa", "9995", "Declined: insufficient funds", Outcome.DECLINED),
  EXPIRED("Visa", "0069", "Declined: the card has expired", Outcome.DECLINED),
  LOST("Visa", "9987", "Declined: reported lost, never again with this card", Outcome.DECLINED),
  MISCONFIGURED("Visa", "0077", "Declined: the shop is set up wrongly", Outcome.DECLINED),
  SUCCEEDS_AT_THIRD_TRY("Visa", "0003", "Declined twice, then paid", Outcome.SUCCEEDED),
  SLOW("Visa", "0030", "Every charge succeeds, after three seconds", Outcome.SUCCEEDED),
  REQUIRES_AUTHENTICATION(
      "Visa", "3184", "The shopper must confirm with his bank", Outcome.ACTION_REQUIRED),
  TIMES_OUT_AFTER_CHARGING("Visa", "0259", "Charges, but the answer is lost", Outcome.SUCCEEDED),
  TIMES_OUT_BEFORE_CHARGING(
      "Visa", "0341", "The first request is lost on its way", Outcome.SUCCEEDED),
  REFUSES_REFUNDS("Visa", "5126", "Pays, but nothing can be refunded to it", Outcome.SUCCEEDED),
  BANK_DEBIT("SEPA", "3000", "Accepted now, paid three days later", Outcome.PROCESSING);

  /** The attempt is at the end of a charge's key. */
  private static final Pattern FIRST_TRIES = Pattern.compile(".*-[12]");

  private final String brand;
  private final String lastFour;
  private final String label;
  private final Outcome outcome;

  SandboxCard(String brand, String lastFour, String label, Outcome outcome) {
    this.brand = brand;
    this.lastFour = lastFour;
    this.label = label;
    this.outcome = outcome;
  }

  /** The gateway's key of this card, as a browser would get it from a real gateway. */
  public String token() {
    return "sandbox-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String brand() {
    return brand;
  }

  public String lastFour() {
    return lastFour;
  }

  /** Last month in which it is valid. */
  public YearMonth expiry() {
    return this == EXPIRED ? YearMonth.of(2024, 1) : YearMonth.of(2039, 12);
  }

  /** What it does, for the list that a tester picks from. */
  public String label() {
    return label;
  }

  /** The card with this token. */
  public static Optional<SandboxCard> of(String token) {
    return Arrays.stream(values()).filter(card -> card.token().equals(token)).findFirst();
  }

  Outcome outcome(ChargeRequest request) {
    if (this == SUCCEEDS_AT_THIRD_TRY) {
      return FIRST_TRIES.matcher(request.key().value()).matches()
          ? Outcome.DECLINED
          : Outcome.SUCCEEDED;
    }
    boolean renewal = ChargePurpose.RENEWAL.name().equals(request.metadata().get("purpose"));
    return this == DECLINES_RENEWALS && renewal ? Outcome.DECLINED : outcome;
  }

  Decline decline() {
    return switch (this) {
      case EXPIRED ->
          new Decline(DeclineClass.NEEDS_NEW_METHOD, "expired_card", "The card has expired.");
      case MISCONFIGURED ->
          new Decline(
              DeclineClass.OUR_FAULT,
              "merchant_not_set_up",
              "The payment could not be made because of a fault on our side.");
      case REQUIRES_AUTHENTICATION ->
          new Decline(
              DeclineClass.NEEDS_SHOPPER,
              "authentication_failed",
              "The bank wants the payment to be confirmed.");
      case LOST -> new Decline(DeclineClass.NEVER_AGAIN, "lost_card", "The bank refused the card.");
      default ->
          new Decline(
              DeclineClass.TRY_LATER, "insufficient_funds", "The card does not have enough funds.");
    };
  }
}
