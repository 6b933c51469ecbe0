package org.evergreen.demo.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.cart.Cart;
import org.evergreen.demo.cart.Carts;
import org.evergreen.demo.order.OrderBook;
import org.evergreen.demo.order.OrderDesk;
import org.evergreen.demo.order.ShopOrder;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.storefront.PostalAddress;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

class CheckoutTest {

  private static final Money TOTAL = Money.parse("USD 20.77");

  private final Carts carts = mock(Carts.class);
  private final CartPricing pricing = mock(CartPricing.class);
  private final OrderDesk desk = mock(OrderDesk.class);
  private final OrderBook book = mock(OrderBook.class);
  private final OrderPayment payment = mock(OrderPayment.class);
  private final Cart cart = mock(Cart.class);
  private final TransactionStatus transaction = new SimpleTransactionStatus();

  private final Checkout checkout =
      new Checkout(
          carts,
          pricing,
          desk,
          book,
          payment,
          mock(OrderCompletion.class),
          new TransactionOperations() {
            @Override
            public <T> T execute(TransactionCallback<T> action) {
              return action.doInTransaction(transaction);
            }
          });

  @BeforeEach
  void shipsSomethingForTheTotalThatTheShopperSaw() {
    CartTotals totals = mock(CartTotals.class, RETURNS_DEEP_STUBS);
    when(totals.today().total()).thenReturn(TOTAL);
    when(cart.coupon()).thenReturn(Optional.empty());
    when(totals.today().lines()).thenReturn(List.of());
    when(pricing.totals(any(), any(), any())).thenReturn(totals);
    when(carts.of(any())).thenReturn(cart);
    when(cart.canBeOrdered()).thenReturn(true);
    when(cart.ships()).thenReturn(true);
    when(book.byCheckoutToken(anyLong(), any())).thenReturn(Optional.empty());
    when(book.pending(anyLong())).thenReturn(List.of());
    when(desk.place(any())).thenReturn(Optional.of(mock(ShopOrder.class)));
    when(payment.first(any())).thenReturn(new CheckoutResult.Ordered("10001"));
  }

  @Test
  void linesThatAnotherFormHasBoughtMeanwhileAreNotChargedAgain() {
    when(carts.stillHold(anyMap())).thenReturn(false);

    CheckoutResult result = checkout.checkOut(request(Optional.of(address())));

    assertThat(result).isInstanceOf(CheckoutResult.CartNeedsAttention.class);
    assertThat(transaction.isRollbackOnly()).isTrue();
    verify(payment, never()).first(any());
  }

  @Test
  void linesThatAreStillInTheCartAreOrderedAndCharged() {
    when(carts.stillHold(anyMap())).thenReturn(true);

    CheckoutResult result = checkout.checkOut(request(Optional.of(address())));

    assertThat(result).isEqualTo(new CheckoutResult.Ordered("10001"));
    assertThat(transaction.isRollbackOnly()).isFalse();
  }

  @Test
  void whatShipsIsNotOrderedWithoutAnAddress() {
    CheckoutResult result = checkout.checkOut(request(Optional.empty()));

    assertThat(result).isInstanceOf(CheckoutResult.CartNeedsAttention.class);
    verify(desk, never()).place(any());
  }

  private static CheckoutRequest request(Optional<PostalAddress> shipTo) {
    return new CheckoutRequest(
        mock(ShopUser.class, RETURNS_DEEP_STUBS),
        "0123456789abcdef",
        shipTo,
        new PaymentMethodId(1),
        TOTAL);
  }

  private static PostalAddress address() {
    return new PostalAddress("Ann Bee", "1 Road", "", "Town", "NY", "10001", "US", "");
  }
}
