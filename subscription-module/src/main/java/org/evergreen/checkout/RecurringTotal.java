package org.evergreen.checkout;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
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
 */
public record RecurringTotal(
    BillingInterval interval,
    OptionalInt payments,
    Money amount,
    boolean complete,
    Instant firstRenewalAt,
    boolean afterTrial,
    List<String> lineNames) {

  public RecurringTotal {
    lineNames = List.copyOf(lineNames);
  }
}
