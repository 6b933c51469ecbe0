package org.evergreen.storefront;

import java.time.Instant;
import org.joda.money.Money;

/**
 * A paid order to be placed at the host.
 *
 * @param reference ours, unique for all time, for example {@code renewal-4711}
 * @param request what was priced
 * @param quote what it was priced at
 * @param credit the part of the total that the shopper's credit paid; the gateway took the rest
 * @param gateway name of the gateway that took the money, or {@code none} when it took nothing
 * @param gatewayReference the gateway's key of the payment, or empty when it took nothing
 * @param paidAt when the money was taken
 */
public record OrderRequest(
    String reference,
    QuoteRequest request,
    Quote.Priced quote,
    Money credit,
    String gateway,
    String gatewayReference,
    Instant paidAt) {

  public OrderRequest {
    if (credit.isNegative() || credit.isGreaterThan(quote.total())) {
      throw new IllegalArgumentException(
          "Order " + reference + " of " + quote.total() + " is paid with a credit of " + credit);
    }
  }

  /** An order that the gateway took all the money for. */
  public OrderRequest(
      String reference,
      QuoteRequest request,
      Quote.Priced quote,
      String gateway,
      String gatewayReference,
      Instant paidAt) {
    this(
        reference,
        request,
        quote,
        Money.zero(quote.total().getCurrencyUnit()),
        gateway,
        gatewayReference,
        paidAt);
  }
}
