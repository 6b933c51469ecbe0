package org.evergreen.testing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.evergreen.money.Rounding;
import org.evergreen.storefront.OrderId;
import org.evergreen.storefront.OrderRequest;
import org.evergreen.storefront.OrderSummary;
import org.evergreen.storefront.Orders;
import org.evergreen.storefront.Placement;
import org.evergreen.storefront.Quote;
import org.evergreen.storefront.QuoteLine;
import org.evergreen.storefront.QuoteRequest;
import org.evergreen.storefront.Sku;
import org.evergreen.storefront.SkuId;
import org.joda.money.Money;

/** The orders of {@link FakeStorefront}; a test can let the host refuse or break. */
public final class FakeOrders implements Orders {

  private static final BigDecimal TAX = new BigDecimal("0.10");
  private static final BigDecimal SHIPPING = new BigDecimal("5");

  private final FakeStorefront shop;
  private final Map<String, OrderRequest> placed = new ConcurrentHashMap<>();
  private final Map<String, OrderId> ids = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger(1000);
  private final AtomicInteger quoteCalls = new AtomicInteger();
  private final Set<String> refusedReferences = ConcurrentHashMap.newKeySet();
  private volatile Optional<String> breakdown = Optional.empty();
  private volatile boolean taxInPrices;

  FakeOrders(FakeStorefront shop) {
    this.shop = shop;
  }

  /** Refuses to place orders with this reference until {@link #accept}. */
  public void refuse(String reference) {
    refusedReferences.add(reference);
  }

  public void accept(String reference) {
    refusedReferences.remove(reference);
  }

  /** Lets every call throw until {@link #repair}. */
  public void breakDown(String message) {
    breakdown = Optional.of(message);
  }

  public void repair() {
    breakdown = Optional.empty();
  }

  /** From now on the prices of lines hold their tax, as in most of Europe; shipping does not. */
  public void includeTaxInPrices() {
    taxInPrices = true;
  }

  /** Forgets every order and what it was told to do otherwise. */
  public void clear() {
    placed.clear();
    ids.clear();
    refusedReferences.clear();
    taxInPrices = false;
    repair();
  }

  /** Everything that was placed, by our reference. */
  public Map<String, OrderRequest> placed() {
    return Map.copyOf(placed);
  }

  /** How often prices were asked for. */
  public int quoteCalls() {
    return quoteCalls.get();
  }

  @Override
  public List<Quote> quote(List<QuoteRequest> requests) {
    failIfBroken();
    quoteCalls.incrementAndGet();
    return requests.stream().map(this::quote).toList();
  }

  private void failIfBroken() {
    breakdown.ifPresent(
        message -> {
          throw new IllegalStateException(message);
        });
  }

  private Quote quote(QuoteRequest request) {
    Optional<String> problem = problem(request);
    if (problem.isPresent()) {
      return new Quote.Refused(request.reference(), problem.get());
    }
    Money zero = Money.zero(request.currency());
    List<Quote.PricedLine> lines = new ArrayList<>();
    Money total = zero;
    for (QuoteLine line : request.lines()) {
      Quote.PricedLine priced = priced(line);
      lines.add(priced);
      total = total.plus(priced.amount()).plus(priced.tax());
    }
    Money shipping = shipsAtACharge(request) ? Money.of(request.currency(), SHIPPING) : zero;
    total = total.plus(shipping).plus(tax(shipping));
    return new Quote.Priced(request.reference(), lines, shipping, tax(shipping), total);
  }

  private Quote.PricedLine priced(QuoteLine line) {
    if (!taxInPrices) {
      return new Quote.PricedLine(line.key(), line.price(), tax(line.price()));
    }
    Money amount = line.price().dividedBy(BigDecimal.ONE.add(TAX), RoundingMode.HALF_UP);
    return new Quote.PricedLine(line.key(), amount, line.price().minus(amount));
  }

  private boolean shipsAtACharge(QuoteRequest request) {
    Map<SkuId, Sku> skus = skusOf(request);
    return request.lines().stream()
        .anyMatch(line -> line.shippingCharged() && skus.get(line.sku()).kind().ships());
  }

  private Optional<String> problem(QuoteRequest request) {
    Map<SkuId, Sku> skus = skusOf(request);
    for (QuoteLine line : request.lines()) {
      Sku sku = skus.get(line.sku());
      if (sku == null) {
        return Optional.of("The catalog has no " + line.sku());
      }
      if (!sku.sellable()) {
        return Optional.of(sku.name() + " is not sold any more");
      }
    }
    return ships(request) && request.shipTo().isEmpty()
        ? Optional.of("There is no address to ship to")
        : Optional.empty();
  }

  private boolean ships(QuoteRequest request) {
    return skusOf(request).values().stream().anyMatch(sku -> sku.kind().ships());
  }

  private Map<SkuId, Sku> skusOf(QuoteRequest request) {
    return shop.skus(request.lines().stream().map(QuoteLine::sku).toList());
  }

  private static Money tax(Money amount) {
    return Rounding.round(amount.getCurrencyUnit(), amount.getAmount().multiply(TAX));
  }

  @Override
  public List<Placement> place(List<OrderRequest> orders) {
    failIfBroken();
    return orders.stream().map(this::place).toList();
  }

  private Placement place(OrderRequest order) {
    String reference = order.reference();
    if (refusedReferences.contains(reference)) {
      return new Placement.Refused(reference, "The order book is closed");
    }
    boolean known =
        order
            .request()
            .customer()
            .filter(customer -> shop.profiles(List.of(customer)).containsKey(customer))
            .isPresent();
    if (!known) {
      return new Placement.Refused(reference, "The order has no customer of this shop");
    }
    OrderId id =
        ids.computeIfAbsent(
            reference,
            key -> {
              placed.put(key, order);
              return new OrderId("order-" + numbers.incrementAndGet());
            });
    return new Placement.Placed(reference, id, "N" + id);
  }

  @Override
  public Map<OrderId, OrderSummary> summaries(Collection<OrderId> wanted) {
    return ids.entrySet().stream()
        .filter(entry -> wanted.contains(entry.getValue()))
        .collect(
            Collectors.toMap(
                Map.Entry::getValue,
                entry -> summary(entry.getValue(), placed.get(entry.getKey()))));
  }

  private static OrderSummary summary(OrderId id, OrderRequest order) {
    return new OrderSummary(id, "N" + id, order.paidAt(), order.quote().total(), "Paid");
  }
}
