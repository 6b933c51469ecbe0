package org.evergreen.demo.checkout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evergreen.demo.cart.Cart;
import org.evergreen.demo.cart.CartItem;
import org.evergreen.demo.cart.CartOwner;
import org.evergreen.demo.cart.Carts;
import org.evergreen.demo.coupon.Coupon;
import org.evergreen.demo.order.NewOrder;
import org.evergreen.demo.order.OrderBook;
import org.evergreen.demo.order.OrderDesk;
import org.evergreen.demo.order.OrderLine;
import org.evergreen.demo.order.ShopOrder;
import org.evergreen.storefront.Quote.PricedLine;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes an order of a cart and has it paid. One form makes one order, however often it is sent; a
 * shopper whose payment is still unknown gets no second one.
 */
@Component
public class Checkout {

  private final Carts carts;
  private final CartPricing pricing;
  private final OrderDesk desk;
  private final OrderBook book;
  private final OrderPayment payment;
  private final OrderCompletion completion;
  private final TransactionOperations transactions;

  Checkout(
      Carts carts,
      CartPricing pricing,
      OrderDesk desk,
      OrderBook book,
      OrderPayment payment,
      OrderCompletion completion,
      @Qualifier("evergreenTransactions") TransactionOperations transactions) {
    this.carts = carts;
    this.pricing = pricing;
    this.desk = desk;
    this.book = book;
    this.payment = payment;
    this.completion = completion;
    this.transactions = transactions;
  }

  /** Places and pays the order, or tells why not. */
  public CheckoutResult checkOut(CheckoutRequest request) {
    long account = request.shopper().accountId();
    Optional<ShopOrder> earlier =
        book.byCheckoutToken(account, request.token())
            .or(() -> book.pending(account).stream().findFirst());
    if (earlier.isPresent()) {
      return payment.again(earlier.get());
    }
    Cart cart = carts.of(new CartOwner.Shopper(account));
    if (!cart.canBeOrdered() || (cart.ships() && request.shipTo().isEmpty())) {
      return new CheckoutResult.CartNeedsAttention();
    }
    CartTotals totals =
        pricing.totals(cart, Optional.of(request.shopper().customer()), request.shipTo());
    if (!totals.today().total().equals(request.seen())) {
      return new CheckoutResult.TotalChanged(request.seen(), totals.today().total());
    }
    NewOrder order = newOrder(request, cart, totals);
    return sameUnpaid(order)
        .map(unpaid -> payment.later(unpaid))
        .orElseGet(() -> place(request, order));
  }

  /** The order that the shopper has placed already with another card, which was refused. */
  private Optional<ShopOrder> sameUnpaid(NewOrder order) {
    Optional<ShopOrder> same =
        book.unpaid(order.accountId()).stream()
            .filter(unpaid -> unpaid.isSameAs(order))
            .findFirst();
    same.ifPresent(unpaid -> desk.askedAgain(unpaid.id(), order.token(), order.method()));
    return same.flatMap(unpaid -> book.find(unpaid.id()));
  }

  private CheckoutResult place(CheckoutRequest request, NewOrder order) {
    return placed(order).map(payment::first).orElseGet(() -> placedElsewhere(request));
  }

  /**
   * The cart was read before the order could be written: another form of this shopper may have
   * bought it in between, and what it bought must not be charged again.
   */
  private Optional<ShopOrder> placed(NewOrder order) {
    return transactions.execute(
        status -> {
          Optional<ShopOrder> placed = desk.place(order);
          if (placed.isPresent() && !carts.stillHold(quantities(order))) {
            status.setRollbackOnly();
            return Optional.empty();
          }
          placed.ifPresent(made -> completion.replaceUnpaid(made.accountId(), quantities(order)));
          return placed;
        });
  }

  private static Map<Long, Integer> quantities(NewOrder order) {
    return order.lines().stream()
        .collect(Collectors.toMap(line -> line.cartLine().orElseThrow(), OrderLine::quantity));
  }

  /** The same form, or another one of this shopper, was a moment faster. */
  private CheckoutResult placedElsewhere(CheckoutRequest request) {
    long account = request.shopper().accountId();
    return book.byCheckoutToken(account, request.token())
        .or(() -> book.pending(account).stream().findFirst())
        .map(payment::again)
        .orElseGet(() -> new CheckoutResult.CartNeedsAttention());
  }

  private static NewOrder newOrder(CheckoutRequest request, Cart cart, CartTotals totals) {
    Map<String, PricedLine> priced =
        totals.today().lines().stream().collect(Collectors.toMap(PricedLine::key, line -> line));
    List<OrderLine> lines =
        cart.items().stream()
            .map(item -> orderLine(item, totals, priced.get(Long.toString(item.id()))))
            .toList();
    return new NewOrder(
        request.shopper().accountId(),
        request.token(),
        totals.today(),
        lines,
        request.method(),
        request.shipTo().filter(address -> cart.ships()),
        cart.coupon().map(Coupon::code));
  }

  private static OrderLine orderLine(CartItem item, CartTotals totals, PricedLine priced) {
    return new OrderLine(
        Long.toString(item.id()),
        Optional.of(item.id()),
        item.sku().id(),
        item.sku().productId(),
        item.sku().name(),
        item.sku().kind(),
        item.quantity(),
        item.unitDueToday(),
        totals.discountOf(Long.toString(item.id())),
        priced.amount(),
        priced.tax(),
        item.offer(),
        item.gift());
  }
}
