package org.evergreen.checkout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.evergreen.storefront.CustomerId;
import org.evergreen.storefront.Orders;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.storefront.Quote;
import org.evergreen.storefront.QuoteLine;
import org.evergreen.storefront.QuoteRequest;
import org.evergreen.subscription.DiscountMath;
import org.evergreen.terms.RecurringDiscount;
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

  /** The totals of a cart without a discount that lasts. */
  public List<RecurringTotal> of(
      Optional<CustomerId> customer,
      CurrencyUnit currency,
      Optional<PostalAddress> shipTo,
      List<CartLine> lines) {
    return of(customer, currency, shipTo, lines, List.of());
  }

  /**
   * One total for each subscription that the cart would start if it were paid now; groups without a
   * payment after the first order are left out.
   *
   * @param customer empty before sign-in
   * @param shipTo empty when it is not known yet or nothing ships
   * @param discounts that the order brings into each subscription
   */
  public List<RecurringTotal> of(
      Optional<CustomerId> customer,
      CurrencyUnit currency,
      Optional<PostalAddress> shipTo,
      List<CartLine> lines,
      List<RecurringDiscount> discounts) {
    List<Later> later = new ArrayList<>();
    for (LineGroup<CartLine> group : LineGroup.of(lines, time.now(), time)) {
      if (group.beginning().nextPaymentAt().isPresent()) {
        boolean paidToday = !group.beginning().paid().isNone();
        later.add(new Later(group, DiscountsToday.left(discounts, paidToday)));
      }
    }
    List<QuoteRequest> requests = new ArrayList<>();
    for (Later each : later) {
      requests.add(request(requests.size(), customer, currency, shipTo, each, each.lasting()));
      requests.add(request(requests.size(), customer, currency, shipTo, each, each.discounts()));
    }
    return requests.isEmpty() ? List.of() : totals(later, requests, orders.quote(requests));
  }

  /**
   * A subscription and the discounts that its next payments have.
   *
   * @param discounts in the order in which they are taken off
   */
  private record Later(LineGroup<CartLine> group, List<RecurringDiscount> discounts) {

    /** Those that every payment has. */
    List<RecurringDiscount> lasting() {
      return discounts.stream().filter(discount -> discount.payments().isEmpty()).toList();
    }

    /** For how many payments all of them hold; empty when none of them ends. */
    Optional<Integer> reducedPayments() {
      return discounts.stream()
          .map(RecurringDiscount::payments)
          .filter(OptionalInt::isPresent)
          .map(OptionalInt::getAsInt)
          .min(Comparator.naturalOrder());
    }
  }

  private static QuoteRequest request(
      int number,
      Optional<CustomerId> customer,
      CurrencyUnit currency,
      Optional<PostalAddress> shipTo,
      Later later,
      List<RecurringDiscount> discounts) {
    List<CartLine> lines = later.group().lines();
    boolean ships = lines.stream().anyMatch(line -> line.sku().kind().ships());
    Optional<PostalAddress> destination =
        later.group().key().gift().isPresent() ? later.group().key().gift().get().shipTo() : shipTo;
    List<Money> off =
        DiscountMath.split(lines.stream().map(RecurringTotals::price).toList(), discounts);
    List<QuoteLine> quoted = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      quoted.add(quoteLine(lines.get(i), off.get(i)));
    }
    return new QuoteRequest(
        "recurring-" + number, customer, currency, destination.filter(to -> ships), quoted);
  }

  private static Money price(CartLine line) {
    return line.offer().orElseThrow().unitPrice().multipliedBy(line.quantity());
  }

  private static QuoteLine quoteLine(CartLine line, Money off) {
    return new QuoteLine(
        line.key(),
        line.sku().id(),
        line.quantity(),
        line.offer().orElseThrow().unitPrice(),
        off,
        !line.offer().orElseThrow().conditions().shippingOnce());
  }

  private static List<RecurringTotal> totals(
      List<Later> later, List<QuoteRequest> requests, List<Quote> quotes) {
    List<RecurringTotal> totals = new ArrayList<>();
    for (int i = 0; i < later.size(); i++) {
      int lasting = 2 * i;
      int reduced = 2 * i + 1;
      totals.add(
          total(
              later.get(i),
              quotes.get(lasting) instanceof Quote.Priced,
              amount(requests.get(lasting), quotes.get(lasting)),
              amount(requests.get(reduced), quotes.get(reduced))));
    }
    return totals;
  }

  private static RecurringTotal total(Later later, boolean complete, Money amount, Money reduced) {
    LineGroup<CartLine> group = later.group();
    return new RecurringTotal(
        group.key().interval(),
        group.beginning().paymentsLeft(),
        amount,
        complete,
        group.beginning().nextPaymentAt().orElseThrow(),
        group.key().trial().isPresent(),
        group.lines().stream().map(line -> line.sku().name()).toList(),
        group.key().alignment(),
        later.reducedPayments().map(count -> new RecurringTotal.AtFirst(reduced, count)),
        group.gift().map(Gift::recipient));
  }

  private static Money amount(QuoteRequest request, Quote quote) {
    return quote instanceof Quote.Priced priced
        ? priced.total()
        : request.lines().stream()
            .map(QuoteLine::price)
            .reduce(Money.zero(request.currency()), Money::plus);
  }
}
