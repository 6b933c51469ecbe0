package org.evergreen.demo.checkout;

import java.util.List;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeListener;
import org.evergreen.payment.ShopperConfirmations;
import org.springframework.stereotype.Component;

/** Moves orders on in the transaction that settles their charges. */
@Component
class CheckoutChargeListener implements ChargeListener {

  private final OrderCompletion completion;
  private final ShopperConfirmations confirmations;

  CheckoutChargeListener(OrderCompletion completion, ShopperConfirmations confirmations) {
    this.completion = completion;
    this.confirmations = confirmations;
  }

  @Override
  public void settled(List<Charge> charges) {
    charges.forEach(
        charge -> CheckoutSubject.order(charge).ifPresent(order -> move(order, charge)));
  }

  private void move(long order, Charge charge) {
    switch (charge.state()) {
      case SUCCEEDED ->
          completion.paid(
              order,
              charge.settledAt().orElse(charge.openedAt()),
              charge.gateway(),
              charge.gatewayReference().orElse(""));
      case PROCESSING -> completion.accepted(order);
      case ACTION_REQUIRED -> needsShopper(order, charge);
      case DECLINED, CANCELED -> completion.failed(order);
      case OPEN, SUBMITTED -> {
        // Nothing is known yet; the order stays pending.
      }
    }
  }

  /** Where he cannot confirm it here, he picks another card. */
  private void needsShopper(long order, Charge charge) {
    if (confirmations.isOfferedFor(charge)) {
      completion.awaitsShopper(order);
    } else {
      completion.failed(order);
    }
  }
}
