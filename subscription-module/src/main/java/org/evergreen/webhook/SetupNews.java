package org.evergreen.webhook;

import java.util.List;
import java.util.Optional;
import org.evergreen.payment.FinishedSetup;
import org.evergreen.payment.GatewayRequests;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;

/**
 * A shopper left a payment method with the gateway. As a rule his page has told the shop; it has
 * not when he closed it too early.
 */
public class SetupNews {

  private final GatewayRequests gateway;
  private final PaymentMethods methods;
  private final OwedWithMethod owed;

  SetupNews(GatewayRequests gateway, PaymentMethods methods, OwedWithMethod owed) {
    this.gateway = gateway;
    this.methods = methods;
    this.owed = owed;
  }

  /**
   * Keeps the method, and asks again for what is owed with it. Nothing else is charged to it: that
   * the shopper left it does not say what for, and his page would have asked. One that the shop has
   * had already stays as it is: it may have been removed or blocked since.
   */
  public Handled finished(WebhookEvent event) {
    Optional<FinishedSetup> setup =
        gateway.ask(event.gateway(), "read-setup", asked -> asked.finishedSetup(event.objectId()));
    if (setup.isEmpty()) {
      return new Handled.Unknown("No customer of this shop has left a payment method with this.");
    }
    List<PaymentMethod> known = methods.ofToken(event.gateway(), setup.get().methodToken());
    if (known.stream().allMatch(SetupNews::waitsForConsent)) {
      owed.askAgain(methods.storeFinished(setup.get().customer(), event.objectId()).id());
    }
    return Handled.done();
  }

  private static boolean waitsForConsent(PaymentMethod method) {
    return method.isChargeable() && !method.setUp();
  }

  /** The shopper's page tells him that his bank refused; nothing was stored. */
  public Handled failed(WebhookEvent event) {
    return Handled.done();
  }
}
