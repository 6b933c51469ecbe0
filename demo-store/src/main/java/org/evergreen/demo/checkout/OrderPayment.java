package org.evergreen.demo.checkout;

import java.time.Duration;
import java.util.Optional;
import org.evergreen.demo.order.OrderStatus;
import org.evergreen.demo.order.ShopOrder;
import org.evergreen.payment.BrowserPayment;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Charges;
import org.evergreen.payment.Decline;
import org.evergreen.payment.GatewayUnavailableException;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.SetupOutcome;
import org.evergreen.payment.ShopperCharges;
import org.evergreen.payment.ShopperConfirmations;
import org.evergreen.payment.UnknownPaymentMethodException;
import org.evergreen.storefront.CustomerId;
import org.evergreen.time.ShopTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has orders paid, and tells the shopper what came of it. */
@Component
class OrderPayment {

  private static final Logger LOG = LoggerFactory.getLogger(OrderPayment.class);
  private static final String NOT_READY =
      "This card cannot be charged for the payments that follow. Nothing was charged. Please enter"
          + " a card once more, or choose another one.";

  /** How long an order may stand without a charge before it counts as left behind by a crash. */
  private static final Duration LEFT_BEHIND_AFTER = Duration.ofSeconds(30);

  private final ShopperCharges shopperCharges;
  private final Charges charges;
  private final OrderCompletion completion;
  private final ShopTime time;
  private final ShopperConfirmations confirmations;
  private final PaymentMethods methods;

  OrderPayment(
      ShopperCharges shopperCharges,
      Charges charges,
      OrderCompletion completion,
      ShopTime time,
      ShopperConfirmations confirmations,
      PaymentMethods methods) {
    this.shopperCharges = shopperCharges;
    this.charges = charges;
    this.completion = completion;
    this.time = time;
    this.confirmations = confirmations;
    this.methods = methods;
  }

  /** Pays an order that was placed just now. */
  CheckoutResult first(ShopOrder order) {
    if (order.total().isZero()) {
      return withoutCharge(order);
    }
    return answer(
        order,
        shopperCharges.charge(
            CheckoutSubject.of(order.id()),
            ChargePurpose.CHECKOUT,
            customer(order),
            order.method().orElseThrow(),
            order.total(),
            "Fern & Kettle, order " + order.number()));
  }

  /** Nothing is due, but the card must be one that can be charged later. */
  private CheckoutResult withoutCharge(ShopOrder order) {
    if (isReady(order)) {
      completion.paid(order.id(), time.now(), "none", "");
      return new CheckoutResult.Ordered(order.number());
    }
    completion.failed(order.id());
    return new CheckoutResult.NotPaid(NOT_READY);
  }

  private boolean isReady(ShopOrder order) {
    if (order.lines().stream().noneMatch(line -> line.offer().isPresent())) {
      return true;
    }
    try {
      return methods.setUp(customer(order), order.method().orElseThrow())
          instanceof SetupOutcome.Ready;
    } catch (UnknownPaymentMethodException refused) {
      return false;
    } catch (GatewayUnavailableException unavailable) {
      LOG.warn("Order {} waits for its card: {}", order.number(), unavailable.toString());
      return false;
    }
  }

  private static CustomerId customer(ShopOrder order) {
    return new CustomerId(Long.toString(order.accountId()));
  }

  /** What the shopper's browser needs to confirm an order's payment with his bank. */
  Optional<BrowserPayment> confirmation(ShopOrder order) {
    return awaited(order).flatMap(confirmations::of);
  }

  /** The charge of an order that waits for the shopper's bank. */
  Optional<Charge> awaited(ShopOrder order) {
    return order.status() == OrderStatus.PENDING
        ? charges
            .latest(CheckoutSubject.of(order.id()))
            .filter(charge -> charge.state() == ChargeState.ACTION_REQUIRED)
        : Optional.empty();
  }

  /** The bank has answered: what is true is read at the gateway. */
  void confirmed(ShopOrder order) {
    charges.latest(CheckoutSubject.of(order.id())).map(Charge::id).ifPresent(confirmations::settle);
  }

  /** Gives up a payment that waits for the shopper's bank, so that another card can pay. */
  void giveUp(ShopOrder order) {
    shopperCharges.cancel(CheckoutSubject.of(order.id()));
  }

  /** Why the last payment of an order was refused; empty when it was not. */
  Optional<String> refusal(ShopOrder order) {
    return charges
        .latest(CheckoutSubject.of(order.id()))
        .flatMap(Charge::decline)
        .map(Decline::message);
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
    if (isLeftBehind(order)) {
      return first(order);
    }
    return awaited(order).isPresent()
        ? new CheckoutResult.AskTheBank(order.number())
        : new CheckoutResult.Ordered(order.number());
  }

  private boolean isLeftBehind(ShopOrder order) {
    return order.status() == OrderStatus.PENDING
        && order.placedAt().plus(LEFT_BEHIND_AFTER).isBefore(time.now())
        && charges.latest(CheckoutSubject.of(order.id())).isEmpty();
  }

  private CheckoutResult answer(ShopOrder order, Charge charge) {
    return switch (charge.state()) {
      case ACTION_REQUIRED ->
          confirmations.isOfferedFor(charge)
              ? new CheckoutResult.AskTheBank(order.number())
              : notPaid(Optional.of(charge));
      case DECLINED, CANCELED -> notPaid(Optional.of(charge));
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
