package org.evergreen.demo.checkout;

import java.time.Duration;
import java.util.Optional;
import org.evergreen.demo.order.OrderStatus;
import org.evergreen.demo.order.ShopOrder;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Charges;
import org.evergreen.payment.Decline;
import org.evergreen.payment.ShopperCharges;
import org.evergreen.storefront.CustomerId;
import org.evergreen.time.ShopTime;
import org.springframework.stereotype.Component;

/** Has orders paid, and tells the shopper what came of it. */
@Component
class OrderPayment {

  /** How long an order may stand without a charge before it counts as left behind by a crash. */
  private static final Duration LEFT_BEHIND_AFTER = Duration.ofSeconds(30);

  private final ShopperCharges shopperCharges;
  private final Charges charges;
  private final OrderCompletion completion;
  private final ShopTime time;

  OrderPayment(
      ShopperCharges shopperCharges, Charges charges, OrderCompletion completion, ShopTime time) {
    this.shopperCharges = shopperCharges;
    this.charges = charges;
    this.completion = completion;
    this.time = time;
  }

  /** Pays an order that was placed just now. */
  CheckoutResult first(ShopOrder order) {
    if (order.total().isZero()) {
      completion.paid(order.id(), time.now(), "none", "");
      return new CheckoutResult.Ordered(order.number());
    }
    return answer(
        order,
        shopperCharges.charge(
            CheckoutSubject.of(order.id()),
            ChargePurpose.CHECKOUT,
            new CustomerId(Long.toString(order.accountId())),
            order.method().orElseThrow(),
            order.total(),
            "Fern & Kettle, order " + order.number()));
  }

  /**
   * Pays an order whose first payment was refused. It is not paid twice: one whose payment may
   * still come is answered with that.
   */
  CheckoutResult later(ShopOrder order) {
    String subject = CheckoutSubject.of(order.id());
    // A card that waits for its holder's bank is given up for the one that was picked now.
    shopperCharges.cancel(subject);
    CheckoutResult result = first(order);
    boolean unknown = charges.latest(subject).filter(OrderPayment::isUnanswered).isPresent();
    if (unknown) {
      completion.waiting(order.id());
    }
    return result;
  }

  private static boolean isUnanswered(Charge charge) {
    return charge.state() == ChargeState.OPEN || charge.state() == ChargeState.SUBMITTED;
  }

  /**
   * Tells what became of an order that was placed before. One that a crash has left behind before
   * its charge was written down is paid now.
   */
  CheckoutResult again(ShopOrder order) {
    if (order.status() == OrderStatus.FAILED || order.status() == OrderStatus.CANCELLED) {
      return notPaid(charges.latest(CheckoutSubject.of(order.id())));
    }
    return isLeftBehind(order) ? first(order) : new CheckoutResult.Ordered(order.number());
  }

  private boolean isLeftBehind(ShopOrder order) {
    return order.status() == OrderStatus.PENDING
        && order.placedAt().plus(LEFT_BEHIND_AFTER).isBefore(time.now())
        && charges.latest(CheckoutSubject.of(order.id())).isEmpty();
  }

  private static CheckoutResult answer(ShopOrder order, Charge charge) {
    return switch (charge.state()) {
      case DECLINED, CANCELED, ACTION_REQUIRED -> notPaid(Optional.of(charge));
      case SUCCEEDED, PROCESSING, OPEN, SUBMITTED -> new CheckoutResult.Ordered(order.number());
    };
  }

  private static CheckoutResult notPaid(Optional<Charge> charge) {
    if (charge.filter(last -> last.state() == ChargeState.ACTION_REQUIRED).isPresent()) {
      return new CheckoutResult.NotPaid(
          "This card has to be confirmed with its bank, which the sandbox cannot do. Nothing was"
              + " charged. Please choose another card.");
    }
    String reason =
        charge.flatMap(Charge::decline).map(Decline::message).orElse("The payment was refused.");
    return new CheckoutResult.NotPaid(reason + " Nothing was charged. Please choose another card.");
  }
}
