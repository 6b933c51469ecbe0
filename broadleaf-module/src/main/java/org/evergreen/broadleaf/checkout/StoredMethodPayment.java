package org.evergreen.broadleaf.checkout;

import org.broadleafcommerce.core.order.domain.Order;
import org.evergreen.broadleaf.Amounts;
import org.evergreen.broadleaf.order.TakenPayments;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Decline;
import org.evergreen.payment.PaymentMethodId;
import org.evergreen.payment.ShopperCharges;
import org.evergreen.storefront.CustomerId;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Pays a Broadleaf cart with a method that the customer has stored at the engine's gateway, which
 * then pays the renewals. A shop that takes the money of its first orders by a payment module of
 * Broadleaf's does without it and calls {@link PaidOrders#renewWith} only.
 */
public class StoredMethodPayment {

  private static final String ASKS_THE_BANK =
      "Your bank asks you to confirm this payment, which is not possible here yet."
          + " Please use another card.";

  private final ShopperCharges charges;
  private final TakenPayments payments;

  public StoredMethodPayment(ShopperCharges charges, TakenPayments payments) {
    this.charges = charges;
    this.payments = payments;
  }

  /** Name under which the charges of a cart are kept. */
  static String subject(long orderId) {
    return "checkout-" + orderId;
  }

  /**
   * Takes the total of a priced cart, once: a second call goes on with the charge of the first. A
   * payment that the shopper would have to confirm with his bank is given up, so that the next call
   * may charge another method. Call it outside of transactions, and Broadleaf's checkout after it
   * when it was paid.
   */
  public PaymentResult pay(Order cart, PaymentMethodId method) {
    PaidOrders.renewWith(cart, method);
    CurrencyUnit currency = CurrencyUnit.of(cart.getCurrency().getCurrencyCode());
    Money total = Amounts.orZero(cart.getTotal(), currency);
    if (total.isZero()) {
      return new PaymentResult.Paid();
    }
    CustomerId customer = new CustomerId(cart.getCustomer().getId().toString());
    String subject = subject(cart.getId());
    String description = "Order " + cart.getId();
    // The gateway may not have answered when it was to be given up the last time.
    charges.cancel(subject);
    Charge charge =
        charges.charge(subject, ChargePurpose.CHECKOUT, customer, method, total, description);
    return charge.state() == ChargeState.ACTION_REQUIRED
        ? givenUp(cart, charges.cancel(subject).orElse(charge))
        : result(cart, charge);
  }

  /** The shopper, or his bank, may have been faster: what is paid then stays paid. */
  private PaymentResult givenUp(Order cart, Charge charge) {
    return charge.state() == ChargeState.CANCELED
        ? new PaymentResult.Declined(ASKS_THE_BANK)
        : result(cart, charge);
  }

  private PaymentResult result(Order cart, Charge charge) {
    return switch (charge.state()) {
      case SUCCEEDED -> {
        payments.write(
            cart, charge.amount(), charge.gateway(), charge.gatewayReference().orElse(""));
        yield new PaymentResult.Paid();
      }
      case DECLINED, CANCELED ->
          new PaymentResult.Declined(
              charge.decline().map(Decline::message).orElse("The payment was cancelled."));
      case ACTION_REQUIRED -> new PaymentResult.Declined(ASKS_THE_BANK);
      case OPEN, SUBMITTED, PROCESSING -> new PaymentResult.Unknown();
    };
  }
}
