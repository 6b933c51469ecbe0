package org.evergreen.change;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.evergreen.money.Working;
import org.joda.money.Money;

/**
 * What a change would do and cost. Nothing is kept of a quote; who confirms it hands back its
 * token.
 *
 * @param scheduledFor when it takes place, if it waits for the next payment; empty for now
 * @param nextPaymentAt the next payment after the change; empty when none follows
 * @param recurring what each payment after the change costs, before tax and shipping: of the whole
 *     subscription, or of the line when it moves to a subscription of its own
 * @param working how the amounts came about
 * @param notes what else the shopper is to know, in plain words
 * @param expiresAt from then on it cannot be confirmed
 * @param token names this quote with everything in it
 */
public record ChangeQuote(
    ChangeKind kind,
    ChangeAmounts amounts,
    Optional<Instant> scheduledFor,
    Optional<Instant> nextPaymentAt,
    Money recurring,
    Working working,
    List<String> notes,
    Instant quotedAt,
    Instant expiresAt,
    String token) {

  public ChangeQuote {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(amounts, "amounts");
    Objects.requireNonNull(token, "token");
    notes = List.copyOf(notes);
  }

  /** What the change costs now, in the terms of the shop's prices. */
  public Money dueNow() {
    return amounts.dueNow();
  }

  public Money tax() {
    return amounts.tax();
  }

  public Money shipping() {
    return amounts.shipping();
  }

  /** With tax and shipping; a part of it may be paid by credit. */
  public Money total() {
    return amounts.total();
  }

  /** What goes to the subscription's credit balance. */
  public Money credit() {
    return amounts.credited();
  }

  /** What is charged to the payment method now. */
  public Money toPay() {
    return amounts.toPay();
  }
}
