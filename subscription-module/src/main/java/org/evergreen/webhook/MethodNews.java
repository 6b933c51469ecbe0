package org.evergreen.webhook;

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

  /** Reads the method again; it is not written down as changed without being asked for again. */
  public Handled changed(WebhookEvent event) {
    if (methods.ofToken(event.gateway(), event.objectId()).isEmpty()) {
      return new Handled.Unknown("No customer of this shop has stored this payment method.");
    }
    methods.refresh(event.gateway(), event.objectId(), this::askAgain);
    return Handled.done();
  }

  private void askAgain(MethodChange change) {
    PaymentMethod method = change.after();
    if (method.isChargeable()) {
      owed.askAgain(method.id());
    }
  }
}
