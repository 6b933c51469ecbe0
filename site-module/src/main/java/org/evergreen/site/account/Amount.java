package org.evergreen.site.account;

import java.util.Optional;
import org.evergreen.money.Working;

/**
 * An amount with the way it came about.
 *
 * @param title what it was for
 * @param total empty when there is no single amount
 */
public record Amount(String title, Optional<String> total, Working working) {}
