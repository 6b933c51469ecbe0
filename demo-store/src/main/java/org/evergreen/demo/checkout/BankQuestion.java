package org.evergreen.demo.checkout;

import java.util.Optional;
import org.evergreen.demo.order.ShopOrder;
import org.evergreen.payment.BrowserPayment;
import org.springframework.stereotype.Component;

/** Orders whose payment the shopper confirms with his bank, in the page of the order. */
@Component
public class BankQuestion {

  private final OrderPayment payment;

  BankQuestion(OrderPayment payment) {
    this.payment = payment;
  }

  /** Whether an order waits for that. */
  public boolean isOpen(ShopOrder order) {
    return payment.awaited(order).isPresent();
  }

  /** What the shopper's browser needs; empty when nothing waits or the gateway does not answer. */
  public Optional<BrowserPayment> of(ShopOrder order) {
    return payment.confirmation(order);
  }

  /**
   * The bank has answered: the payment is read at the gateway and settled.
   *
   * @return why it was refused; empty when it was not
   */
  public Optional<String> answered(ShopOrder order) {
    payment.confirmed(order);
    return payment.refusal(order);
  }

  /** The shopper rather pays with another card. */
  public void giveUp(ShopOrder order) {
    payment.giveUp(order);
  }
}
