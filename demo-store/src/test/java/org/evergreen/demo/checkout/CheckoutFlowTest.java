package org.evergreen.demo.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evergreen.demo.account.ShopUser;
import org.evergreen.demo.cart.CartOwner;
import org.evergreen.demo.cart.Carts;
import org.evergreen.demo.clock.DemoClock;
import org.evergreen.demo.order.OrderBook;
import org.evergreen.demo.order.OrderStatus;
import org.evergreen.demo.order.ShopOrder;
import org.evergreen.demo.testing.DemoStoreTest;
import org.evergreen.demo.testing.Shoppers;
import org.evergreen.payment.ChargeRecovery;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Charges;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.sandbox.SandboxCard;
import org.evergreen.storefront.PostalAddress;
import org.evergreen.subscription.Subscription;
import org.evergreen.subscription.SubscriptionQueries;
import org.evergreen.subscription.SubscriptionStatus;
import org.evergreen.testing.Concurrently;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoStoreTest
class CheckoutFlowTest {

  @Autowired private Checkout checkout;
  @Autowired private CartPricing pricing;
  @Autowired private Carts carts;
  @Autowired private OrderBook book;
  @Autowired private Charges charges;
  @Autowired private ChargeRecovery recovery;
  @Autowired private PaymentMethods methods;
  @Autowired private SubscriptionQueries subscriptions;
  @Autowired private Shoppers shoppers;
  @Autowired private DemoClock clock;
  @Autowired private ShopTime time;
  @Autowired private JdbcClient jdbc;

  @Test
  void paidOrderStartsSubscriptionsByTheirTermsAndEmptiesTheCart() {
    ShopUser shopper = shoppers.shopperWithAddress();
    shoppers.put(shopper, "house-blend-beans", "Monthly delivery");
    shoppers.put(shopper, "blade-refills", "Monthly delivery");
    shoppers.put(shopper, "slow-brew-quarterly", "A year of Slow Brew");
    shoppers.put(shopper, "stoneware-mug", "");
    Money due = total(shopper);

    CheckoutResult result = checkout.checkOut(request(shopper, SandboxCard.SUCCEEDS));

    ShopOrder order = onlyOrder(shopper);
    assertThat(result).isEqualTo(new CheckoutResult.Ordered(order.number()));
    assertThat(order.status()).isEqualTo(OrderStatus.PAID);
    assertThat(order.total()).isEqualTo(due).isEqualTo(Money.parse("USD 80.64"));
    assertThat(shoppers.cart(shopper)).isEmpty();
    assertThat(subscriptions.ofCustomer(shopper.customer()))
        .extracting(each -> each.lines().size() + " " + each.recurringAmount())
        .containsExactlyInAnyOrder("2 USD 22.50", "1 USD 36.00");
  }

  @Test
  void doubleClickMakesOneOrderAndOneCharge() {
    ShopUser shopper = shopperWithCoffee();
    CheckoutRequest request = request(shopper, SandboxCard.SUCCEEDS);

    Concurrently.call(4, () -> checkout.checkOut(request));

    ShopOrder order = onlyOrder(shopper);
    assertThat(order.status()).isEqualTo(OrderStatus.PAID);
    assertThat(charges.attempts(CheckoutSubject.of(order.id()))).hasSize(1);
    assertThat(subscriptions.ofCustomer(shopper.customer())).hasSize(1);
    assertThat(checkout.checkOut(request)).isEqualTo(new CheckoutResult.Ordered(order.number()));
  }

  @Test
  void twoFormsForOneCartMakeOneOrder() {
    ShopUser shopper = shopperWithCoffee();
    Money due = total(shopper);

    Concurrently.call(4, () -> checkout.checkOut(request(shopper, SandboxCard.SUCCEEDS, due)));

    assertThat(onlyOrder(shopper).status()).isEqualTo(OrderStatus.PAID);
    assertThat(succeededCharges(shopper)).isEqualTo(1);
  }

  @Test
  void refusedCardKeepsTheCartAndAnotherCardPays() {
    ShopUser shopper = shopperWithCoffee();

    CheckoutResult refused = checkout.checkOut(request(shopper, SandboxCard.INSUFFICIENT_FUNDS));

    assertThat(refused).isInstanceOf(CheckoutResult.NotPaid.class);
    assertThat(((CheckoutResult.NotPaid) refused).reason()).contains("Nothing was charged");
    assertThat(shoppers.cart(shopper)).containsExactly("1 house-blend-beans");
    assertThat(statuses(shopper)).containsExactly(SubscriptionStatus.PENDING);
    assertThat(onlyOrder(shopper).status()).isEqualTo(OrderStatus.FAILED);

    checkout.checkOut(request(shopper, SandboxCard.SUCCEEDS));
    assertThat(onlyOrder(shopper).status()).isEqualTo(OrderStatus.PAID);
    assertThat(statuses(shopper)).containsExactly(SubscriptionStatus.ACTIVE);
    assertThat(shoppers.cart(shopper)).isEmpty();
  }

  @Test
  void refusedFormThatIsSentAgainChargesNothing() {
    ShopUser shopper = shopperWithCoffee();
    CheckoutRequest request = request(shopper, SandboxCard.LOST);
    checkout.checkOut(request);

    assertThat(checkout.checkOut(request)).isInstanceOf(CheckoutResult.NotPaid.class);
    assertThat(allCharges(shopper)).isEqualTo(1);
  }

  @Test
  void cardThatNeedsConfirmationPlacesNoOrderAndDoesNotBlockTheNext() {
    ShopUser shopper = shopperWithCoffee();

    CheckoutResult result =
        checkout.checkOut(request(shopper, SandboxCard.REQUIRES_AUTHENTICATION));

    assertThat(((CheckoutResult.NotPaid) result).reason()).contains("confirmed with its bank");
    assertThat(shoppers.cart(shopper)).isNotEmpty();
    checkout.checkOut(request(shopper, SandboxCard.SUCCEEDS));
    assertThat(onlyOrder(shopper).status()).isEqualTo(OrderStatus.PAID);
  }

  @Test
  void paymentWhoseAnswerIsLostIsNotAskedForTwiceAndIsFoundAgain() {
    ShopUser shopper = shopperWithCoffee();
    Money due = total(shopper);
    checkout.checkOut(request(shopper, SandboxCard.TIMES_OUT_AFTER_CHARGING));
    ShopOrder pending = onlyOrder(shopper);
    assertThat(pending.status()).isEqualTo(OrderStatus.PENDING);

    assertThat(checkout.checkOut(request(shopper, SandboxCard.SUCCEEDS, due)))
        .isEqualTo(new CheckoutResult.Ordered(pending.number()));
    assertThat(allCharges(shopper)).isEqualTo(1);

    clock.advanceTo(time.now().plus(Duration.ofHours(1)));
    recovery.recover();
    assertThat(onlyOrder(shopper).status()).isEqualTo(OrderStatus.PAID);
    assertThat(subscriptions.ofCustomer(shopper.customer())).hasSize(1);
    assertThat(shoppers.cart(shopper)).isEmpty();
  }

  @Test
  void bankDebitIsAcceptedAtOnceAndStartsSubscriptionsWhenTheMoneyIsThere() {
    ShopUser shopper = shopperWithCoffee();
    checkout.checkOut(request(shopper, SandboxCard.BANK_DEBIT));
    assertThat(onlyOrder(shopper).status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
    assertThat(shoppers.cart(shopper)).isEmpty();
    assertThat(statuses(shopper)).containsExactly(SubscriptionStatus.PENDING);

    clock.advanceTo(time.now().plus(Duration.ofDays(4)));
    recovery.recover();
    assertThat(onlyOrder(shopper).status()).isEqualTo(OrderStatus.PAID);
    assertThat(statuses(shopper)).containsExactly(SubscriptionStatus.ACTIVE);
  }

  @Test
  void orderThatACrashLeftWithoutAChargeIsPaidByTheNextTry() {
    ShopUser shopper = shopperWithCoffee();
    CheckoutRequest request = request(shopper, SandboxCard.SUCCEEDS);
    checkout.checkOut(request(shopper, SandboxCard.TIMES_OUT_BEFORE_CHARGING));
    ShopOrder left = onlyOrder(shopper);
    jdbc.sql("delete from evergreen_charge where subject = ?")
        .param(CheckoutSubject.of(left.id()))
        .update();
    jdbc.sql("update demo_order set payment_method_id = ? where id = ?")
        .param(request.method().value())
        .param(left.id())
        .update();
    clock.advanceTo(time.now().plus(Duration.ofMinutes(1)));

    assertThat(checkout.checkOut(request)).isEqualTo(new CheckoutResult.Ordered(left.number()));
    assertThat(onlyOrder(shopper).status()).isEqualTo(OrderStatus.PAID);
  }

  @Test
  void trialCostsNothingTodayAndKeepsTheCardForLater() {
    ShopUser shopper = shoppers.shopper();
    shoppers.put(shopper, "circle-membership", "Member, monthly");

    checkout.checkOut(request(shopper, SandboxCard.SUCCEEDS));

    assertThat(onlyOrder(shopper).total().isZero()).isTrue();
    assertThat(allCharges(shopper)).isZero();
    Subscription started = subscriptions.ofCustomer(shopper.customer()).get(0);
    assertThat(started.status()).isEqualTo(SubscriptionStatus.TRIALING);
    assertThat(methods.ofCustomer(shopper.customer())).hasSize(1);
    assertThat(started.method()).contains(methods.ofCustomer(shopper.customer()).get(0).id());
  }

  @Test
  void changedTotalIsShownBeforeAnythingIsCharged() {
    ShopUser shopper = shopperWithCoffee();
    Money seen = total(shopper);
    shoppers.put(shopper, "stoneware-mug", "");

    CheckoutResult result = checkout.checkOut(request(shopper, SandboxCard.SUCCEEDS, seen));

    assertThat(result).isEqualTo(new CheckoutResult.TotalChanged(seen, total(shopper)));
    assertThat(book.count(shopper.accountId())).isZero();
  }

  @Test
  void emptyCartIsNotOrdered() {
    ShopUser shopper = shoppers.shopperWithAddress();
    assertThat(checkout.checkOut(request(shopper, SandboxCard.SUCCEEDS)))
        .isInstanceOf(CheckoutResult.CartNeedsAttention.class);
  }

  private ShopUser shopperWithCoffee() {
    ShopUser shopper = shoppers.shopperWithAddress();
    shoppers.put(shopper, "house-blend-beans", "Monthly delivery");
    return shopper;
  }

  private CheckoutRequest request(ShopUser shopper, SandboxCard card) {
    return request(shopper, card, total(shopper));
  }

  private CheckoutRequest request(ShopUser shopper, SandboxCard card, Money seen) {
    return new CheckoutRequest(
        shopper,
        UUID.randomUUID().toString(),
        shipTo(),
        methods.store(shopper.customer(), card.token()).id(),
        seen);
  }

  private Money total(ShopUser shopper) {
    return pricing
        .totals(
            carts.of(new CartOwner.Shopper(shopper.accountId())),
            Optional.of(shopper.customer()),
            shipTo())
        .today()
        .total();
  }

  private static Optional<PostalAddress> shipTo() {
    return Optional.of(Shoppers.address());
  }

  private ShopOrder onlyOrder(ShopUser shopper) {
    List<ShopOrder> orders = book.history(shopper.accountId(), 0, 10);
    assertThat(orders).hasSize(1);
    return orders.get(0);
  }

  private int succeededCharges(ShopUser shopper) {
    return count(shopper, "and state = '" + ChargeState.SUCCEEDED + "'");
  }

  private int allCharges(ShopUser shopper) {
    return count(shopper, "");
  }

  private int count(ShopUser shopper, String condition) {
    return jdbc.sql("select count(*) from evergreen_charge where customer_id = ? " + condition)
        .param(shopper.customer().value())
        .query(Integer.class)
        .single();
  }

  private List<SubscriptionStatus> statuses(ShopUser shopper) {
    return subscriptions.ofCustomer(shopper.customer()).stream().map(Subscription::status).toList();
  }
}
