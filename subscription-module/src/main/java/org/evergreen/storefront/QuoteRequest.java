package org.evergreen.storefront;

import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/**
 * An order to be priced.
 *
 * @param reference ours, unique within the batch; comes back in the answer
 * @param customer who it is for, empty for a cart before sign-in
 * @param shipTo where it goes, empty when nothing ships
 */
public record QuoteRequest(
    String reference,
    Optional<CustomerId> customer,
    CurrencyUnit currency,
    Optional<PostalAddress> shipTo,
    List<QuoteLine> lines) {}
