package org.evergreen.checkout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.subscription.Recipient;
import org.evergreen.terms.Alignment;
import org.evergreen.terms.BillingInterval;
import org.joda.money.Money;

/**
 * What a cart will cost again and again: "then {@code amount} every {@code interval} from {@code
 * firstRenewalAt}". One for each subscription that the cart would start.
 *
 * @param payments how many payments follow the first order; empty when it runs until cancelled
 * @param amount for each payment, with tax and shipping when {@code complete}
 * @param complete whether the host could price it; if not, the amount is without tax and shipping
 * @param afterTrial whether the first of these payments ends a trial
 * @param lineNames what is delivered
 * @param alignment the day on which all payments fall; empty when they follow the sign-up
 * @param atFirst what the first of these payments cost instead, while a discount holds
 * @param recipient who gets it; empty when the buyer himself does
 */
public record RecurringTotal(
    BillingInterval interval,
    OptionalInt payments,
    Money amount,
    boolean complete,
    Instant firstRenewalAt,
    boolean afterTrial,
    List<String> lineNames,
    Optional<Alignment> alignment,
    Optional<AtFirst> atFirst,
    Optional<Recipient> recipient) {

  /**
   * What is paid while a discount holds.
   *
   * @param payments how many payments
   */
  public record AtFirst(Money amount, int payments) {}

  public RecurringTotal {
    lineNames = List.copyOf(lineNames);
  }

  /** A total of payments that follow the sign-up, for the buyer himself. */
  public RecurringTotal(
      BillingInterval interval,
      OptionalInt payments,
      Money amount,
      boolean complete,
      Instant firstRenewalAt,
      boolean afterTrial,
      List<String> lineNames) {
    this(
        interval,
        payments,
        amount,
        complete,
        firstRenewalAt,
        afterTrial,
        lineNames,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
