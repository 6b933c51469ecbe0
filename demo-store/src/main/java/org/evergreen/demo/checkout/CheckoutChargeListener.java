package org.evergreen.demo.checkout;

import java.util.List;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeListener;
import org.springframework.stereotype.Component;

/** Moves orders on in the transaction that settles their charges. */
@Component
class CheckoutChargeListener implements ChargeListener {

  private final OrderCompletion completion;

  CheckoutChargeListener(OrderCompletion completion) {
    this.completion = completion;
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
      // A card that needs its holder's confirmation is not waited for: he picks another one.
      case DECLINED, CANCELED, ACTION_REQUIRED -> completion.failed(order);
      case OPEN, SUBMITTED -> {
        // Nothing is known yet; the order stays pending.
      }
    }
  }
}
