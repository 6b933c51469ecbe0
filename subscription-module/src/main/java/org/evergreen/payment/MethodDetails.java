package org.evergreen.payment;

import java.time.YearMonth;
import java.util.Optional;

/**
 * What may be shown of a stored payment method.
 *
 * @param brand for example Visa
 * @param lastFour last four digits
 * @param expiry last month in which it is valid; {@link #NEVER} for a bank account
 */
public record MethodDetails(MethodKind kind, String brand, String lastFour, YearMonth expiry) {

  /** Stands for methods that do not expire. */
  public static final YearMonth NEVER = YearMonth.of(9999, 12);

  /** A card. */
  public MethodDetails(String brand, String lastFour, YearMonth expiry) {
    this(MethodKind.CARD, brand, lastFour, expiry);
  }

  /** A bank debit. */
  public static MethodDetails bankDebit(String brand, String lastFour) {
    return new MethodDetails(MethodKind.BANK_DEBIT, brand, lastFour, NEVER);
  }

  /** Another method without an end. */
  public static MethodDetails withoutExpiry(String brand, String lastFour) {
    return new MethodDetails(MethodKind.OTHER, brand, lastFour, NEVER);
  }

  /** Last month in which it is valid; empty when it does not expire. */
  public Optional<YearMonth> validUntil() {
    return Optional.of(expiry).filter(month -> !month.equals(NEVER));
  }
}
