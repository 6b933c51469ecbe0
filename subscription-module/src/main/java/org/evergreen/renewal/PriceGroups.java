package org.evergreen.renewal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.evergreen.log.LogId;
import org.evergreen.log.LogIds;
import org.evergreen.sql.IdSequence;
import org.evergreen.storefront.Orders;
import org.evergreen.storefront.Quote;
import org.evergreen.storefront.QuoteLine;
import org.evergreen.storefront.QuoteRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the host price groups, all in one call. When that call fails they are priced one by one, so
 * that a group that the host cannot price is the only one without a price.
 */
final class PriceGroups {

  private static final Logger LOG = LoggerFactory.getLogger(PriceGroups.class);

  /** What came of pricing. */
  record Prices(List<PricedGroup> priced, List<UnpricedGroup> unpriced) {

    private static Prices none() {
      return new Prices(new ArrayList<>(), new ArrayList<>());
    }

    private void add(Prices more) {
      priced.addAll(more.priced());
      unpriced.addAll(more.unpriced());
    }
  }

  private record Asked(RenewalGroupId id, PlannedGroup plan, QuoteRequest request) {}

  private final Orders orders;
  private final IdSequence ids;

  PriceGroups(Orders orders, IdSequence groupIds) {
    this.orders = orders;
    this.ids = groupIds;
  }

  /** Prices groups; call it outside of transactions. */
  Prices price(List<PlannedGroup> groups) {
    if (groups.isEmpty()) {
      return Prices.none();
    }
    List<Long> keys = ids.next(groups.size());
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      RenewalGroupId id = new RenewalGroupId(keys.get(i));
      asked.add(new Asked(id, groups.get(i), request(id, groups.get(i))));
    }
    try {
      return quote(asked);
    } catch (RuntimeException failure) {
      LOG.warn("{} renewals are priced one by one: {}", asked.size(), failure.toString());
      Prices prices = Prices.none();
      asked.forEach(group -> prices.add(quoteAlone(group)));
      return prices;
    }
  }

  private Prices quote(List<Asked> asked) {
    List<Quote> quotes = orders.quote(asked.stream().map(Asked::request).toList());
    if (quotes.size() != asked.size()) {
      throw new IllegalStateException(
          "The host answered " + asked.size() + " requests with " + quotes.size() + " quotes");
    }
    Prices prices = Prices.none();
    for (int i = 0; i < quotes.size(); i++) {
      keep(asked.get(i), quotes.get(i), prices);
    }
    return prices;
  }

  private Prices quoteAlone(Asked group) {
    try {
      return quote(List.of(group));
    } catch (RuntimeException failure) {
      LogIds.of(LogId.GROUP, group.id())
          .run(() -> LOG.warn("Renewal {} cannot be priced", group.id(), failure));
      Prices prices = Prices.none();
      prices.unpriced().add(new UnpricedGroup(group.plan(), failure.toString(), true));
      return prices;
    }
  }

  private static void keep(Asked asked, Quote quote, Prices prices) {
    if (quote instanceof Quote.Refused refused) {
      prices.unpriced().add(new UnpricedGroup(asked.plan(), refused.reason(), false));
    } else if (quote instanceof Quote.Priced priced) {
      prices.priced().add(PricedGroup.of(asked.id(), asked.plan(), fitting(asked, priced)));
    }
  }

  /** A quote for other lines or in another currency would charge for something else. */
  private static Quote.Priced fitting(Asked asked, Quote.Priced quote) {
    Set<String> wanted =
        asked.request().lines().stream().map(QuoteLine::key).collect(Collectors.toSet());
    Set<String> priced =
        quote.lines().stream().map(Quote.PricedLine::key).collect(Collectors.toSet());
    boolean sameCurrency = quote.total().getCurrencyUnit().equals(asked.request().currency());
    if (!sameCurrency || !wanted.equals(priced) || priced.size() != quote.lines().size()) {
      throw new IllegalStateException(
          "The host priced "
              + priced
              + " at "
              + quote.total()
              + " instead of "
              + wanted
              + " in "
              + asked.request().currency());
    }
    if (quote.total().isNegative()) {
      throw new IllegalStateException("The host's price is negative: " + quote.total());
    }
    return quote;
  }

  /** What the host is asked about a group. */
  static QuoteRequest request(RenewalGroupId id, PlannedGroup group) {
    return new QuoteRequest(
        id.reference(),
        Optional.of(group.customer()),
        group.currency(),
        group.destination().map(DueSubscription.Destination::address),
        group.lines().stream().map(PriceGroups::line).toList());
  }

  private static QuoteLine line(DueSubscription.Line line) {
    return new QuoteLine(
        key(line),
        line.sku(),
        line.quantity(),
        line.unitPrice(),
        line.discount(),
        !line.shippingOnce());
  }

  /** The name of a line towards the host. */
  static String key(DueSubscription.Line line) {
    return Long.toString(line.id());
  }
}
