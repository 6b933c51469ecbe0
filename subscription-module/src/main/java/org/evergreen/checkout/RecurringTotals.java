package org.evergreen.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.Orders;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.Quote;
import org.evergreen.storefront.QuoteLine;
import org.evergreen.storefront.QuoteRequest;
import org.evergreen.time.ShopTime;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What a cart will cost again and again, for a host to show beside what is due today. */
public class RecurringTotals {

  private final Orders orders;
  private final ShopTime time;

  public RecurringTotals(Orders orders, ShopTime time) {
    this.orders = orders;
    this.time = time;
  }

  /**
   * One total for each subscription that the cart would start if it were paid now; groups without a
   * payment after the first order are left out.
   *
   * @param customer empty before sign-in
   * @param shipTo empty when it is not known yet or nothing ships
   */
  public List<RecurringTotal> of(
      Optional<CustomerId> customer,
      CurrencyUnit currency,
      Optional<PostalAddress> shipTo,
      List<CartLine> lines) {
    List<LineGroup<CartLine>> groups =
        LineGroup.of(lines, CartLine::offer, time.now(), time).stream()
            .filter(group -> group.beginning().nextPaymentAt().isPresent())
            .toList();
    if (groups.isEmpty()) {
      return List.of();
    }
    List<QuoteRequest> requests = new ArrayList<>();
    for (LineGroup<CartLine> group : groups) {
      requests.add(request("recurring-" + requests.size(), customer, currency, shipTo, group));
    }
    List<Quote> quotes = orders.quote(requests);
    List<RecurringTotal> totals = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      totals.add(total(groups.get(i), requests.get(i), quotes.get(i)));
    }
    return totals;
  }

  private static QuoteRequest request(
      String reference,
      Optional<CustomerId> customer,
      CurrencyUnit currency,
      Optional<PostalAddress> shipTo,
      LineGroup<CartLine> group) {
    boolean ships = group.lines().stream().anyMatch(line -> line.sku().kind().ships());
    return new QuoteRequest(
        reference,
        customer,
        currency,
        shipTo.filter(address -> ships),
        group.lines().stream().map(RecurringTotals::quoteLine).toList());
  }

  private static QuoteLine quoteLine(CartLine line) {
    Money unitPrice = line.offer().orElseThrow().unitPrice();
    return new QuoteLine(line.key(), line.sku().id(), line.quantity(), unitPrice);
  }

  private static RecurringTotal total(
      LineGroup<CartLine> group, QuoteRequest request, Quote quote) {
    boolean complete = quote instanceof Quote.Priced;
    Money amount = quote instanceof Quote.Priced priced ? priced.total() : beforeTax(request);
    return new RecurringTotal(
        group.key().interval(),
        group.beginning().paymentsLeft(),
        amount,
        complete,
        group.beginning().nextPaymentAt().orElseThrow(),
        group.key().trial().isPresent(),
        group.lines().stream().map(line -> line.sku().name()).toList());
  }

  private static Money beforeTax(QuoteRequest request) {
    return request.lines().stream()
        .map(line -> line.unitPrice().multipliedBy(line.quantity()))
        .reduce(Money.zero(request.currency()), Money::plus);
  }
}
