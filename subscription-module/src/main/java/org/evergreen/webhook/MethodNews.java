package org.evergreen.webhook;

import java.util.List;
import org.evergreen.payment.MethodChange;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;

/**
 * A stored payment method was changed by its bank, or taken away: what is shown of it is brought up
 * to date, and what is owed is asked for again with a card that has become good.
 */
public class MethodNews {

  private final PaymentMethods methods;
  private final OwedWithMethod owed;

  MethodNews(PaymentMethods methods, OwedWithMethod owed) {
    this.methods = methods;
    this.owed = owed;
  }

  /** Reads the method again. */
  public Handled changed(WebhookEvent event) {
    if (methods.ofToken(event.gateway(), event.objectId()).isEmpty()) {
      return new Handled.Unknown("No customer of this shop has stored this payment method.");
    }
    List<MethodChange> changes = methods.refresh(event.gateway(), event.objectId());
    changes.stream()
        .map(MethodChange::after)
        .filter(PaymentMethod::isChargeable)
        .forEach(method -> owed.askAgain(method.id()));
    return Handled.done();
  }
}
