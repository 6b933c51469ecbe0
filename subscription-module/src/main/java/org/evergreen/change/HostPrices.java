package org.evergreen.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evergreen.storefront.Orders;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.Quote;
import org.evergreen.storefront.QuoteLine;
import org.evergreen.storefront.QuoteRequest;
import org.evergreen.subscription.Addresses;
import org.evergreen.subscription.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the host what is due now costs with tax and shipping. */
final class HostPrices {

  private static final Logger LOG = LoggerFactory.getLogger(HostPrices.class);

  /** Of a quote that is not an order yet. */
  private static final String REFERENCE = "change";

  private final Orders orders;
  private final Addresses addresses;

  HostPrices(Orders orders, Addresses addresses) {
    this.orders = orders;
    this.addresses = addresses;
  }

  HostOrder price(Subscription subscription, List<QuoteLine> lines) {
    QuoteRequest request = request(REFERENCE, subscription, subscription.shipTo(), lines);
    Quote quote = orders.quote(List.of(request)).get(0);
    if (quote instanceof Quote.Priced priced) {
      return new HostOrder(subscription.shipTo(), lines, priced);
    }
    String reason = ((Quote.Refused) quote).reason();
    LOG.info("A change of subscription {} cannot be priced: {}", subscription.id(), reason);
    throw NotPossible.because("The shop cannot sell this now: " + reason + ".");
  }

  /** The order as the host is asked for it. */
  QuoteRequest request(
      String reference, Subscription subscription, Optional<Long> shipTo, List<QuoteLine> lines) {
    Map<Long, PostalAddress> known = addresses.byId(shipTo.stream().toList());
    return new QuoteRequest(
        reference,
        Optional.of(subscription.customer()),
        subscription.currency(),
        shipTo.map(known::get),
        lines);
  }
}
