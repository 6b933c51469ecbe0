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
public record MethodDetails(String brand, String lastFour, YearMonth expiry) {

  /** Stands for methods that do not expire. */
  public static final YearMonth NEVER = YearMonth.of(9999, 12);

  /** A method without an end, for example a bank debit. */
  public static MethodDetails withoutExpiry(String brand, String lastFour) {
    return new MethodDetails(brand, lastFour, NEVER);
  }

  /** Last month in which it is valid; empty when it does not expire. */
  public Optional<YearMonth> validUntil() {
    return Optional.of(expiry).filter(month -> !month.equals(NEVER));
  }
}
