package org.evergreen.payment;

import java.time.YearMonth;

/**
 * What may be shown of a stored payment method.
 *
 * @param brand for example Visa
 * @param lastFour last four digits
 * @param expiry last month in which it is valid
 */
public record MethodDetails(String brand, String lastFour, YearMonth expiry) {}
