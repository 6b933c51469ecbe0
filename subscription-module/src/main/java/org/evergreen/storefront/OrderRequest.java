package org.evergreen.storefront;

import java.time.Instant;

/**
 * A paid order to be placed at the host.
 *
 * @param reference ours, unique for all time, for example {@code renewal-4711}
 * @param request what was priced
 * @param quote what it was priced at
 * @param gateway name of the gateway that took the money, or {@code none} for a total of zero
 * @param gatewayReference the gateway's key of the payment, or empty for a total of zero
 * @param paidAt when the money was taken
 */
public record OrderRequest(
    String reference,
    QuoteRequest request,
    Quote.Priced quote,
    String gateway,
    String gatewayReference,
    Instant paidAt) {}
