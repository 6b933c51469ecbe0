package org.evergreen.payment.sandbox;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The test cards of the sandbox gateway; the card decides what becomes of a charge. */
public enum SandboxCard {
  SUCCEEDS("Visa", "4242", "Every charge succeeds"),
  SUCCEEDS_TOO("Mastercard", "4444", "Every charge succeeds, on another card"),
  INSUFFICIENT_FUNDS("Visa", "9995", "Declined: insufficient funds"),
  EXPIRED("Visa", "0069", "Declined: the card has expired"),
  LOST("Visa", "9987", "Declined: reported lost, never again with this card"),
  REQUIRES_AUTHENTICATION("Visa", "3184", "The shopper must confirm with his bank"),
  TIMES_OUT_AFTER_CHARGING("Visa", "0259", "Charges, but the answer is lost"),
  TIMES_OUT_BEFORE_CHARGING("Visa", "0341", "The first request is lost on its way"),
  BANK_DEBIT("SEPA", "3000", "Accepted now, paid three days later");

  private final String brand;
  private final String lastFour;
  private final String label;

  SandboxCard(String brand, String lastFour, String label) {
    this.brand = brand;
    this.lastFour = lastFour;
    this.label = label;
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
}
