package org.evergreen.payment.stripe;

import com.stripe.StripeClient;
import java.time.Duration;
import java.util.Optional;
import org.evergreen.payment.ChargeOutcome;
import org.evergreen.payment.ChargeRequest;
import org.evergreen.payment.ChargeTrace;
import org.evergreen.payment.Decline;
import org.evergreen.payment.GatewayCharge;
import org.evergreen.payment.IdempotencyKey;
import org.evergreen.payment.LookUp;
import org.evergreen.payment.MethodDetails;
import org.evergreen.payment.MethodToKeep;
import org.evergreen.payment.PaymentGateway;
import org.evergreen.payment.RefundLookUp;
import org.evergreen.payment.RefundOutcome;
import org.evergreen.payment.RefundRequest;
import org.evergreen.payment.UnknownPaymentMethodException;
import org.evergreen.storefront.CustomerId;

/**
 * Stripe. Stored tokens name the Stripe customer and the payment method. Every request that changes
 * something carries an idempotency key, without which the client, and Java's own connection, would
 * charge twice when they repeat a request that got lost.
 */
public class StripeGateway implements PaymentGateway {

  /** The name that is kept with charges and payment methods. */
  public static final String NAME = "stripe";

  private final StripeCharges charges;
  private final StripeLookUps lookUps;
  private final StripeRefunds refunds;
  private final StripeMethods methods;

  StripeGateway(StripeClient client, StripeCustomers customers) {
    this.charges = new StripeCharges(client);
    this.lookUps = new StripeLookUps(client);
    this.refunds = new StripeRefunds(client);
    this.methods = new StripeMethods(client, customers);
  }

  @Override
  public String name() {
    return NAME;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the key was used for another charge, which only a fault in
   *     the shop can bring about
   */
  @Override
  public ChargeOutcome charge(ChargeRequest request) {
    return charges.charge(request);
  }

  /** By Stripe's search, which lags behind by up to a minute. */
  @Override
  public LookUp lookUp(IdempotencyKey key) {
    return lookUps.find(key);
  }

  /**
   * {@inheritDoc}
   *
   * <p>An attempt that was declined is canceled at Stripe, so that it can never succeed later.
   */
  @Override
  public LookUp lookUp(ChargeTrace trace) {
    return lookUps.find(trace);
  }

  @Override
  public LookUp cancel(GatewayCharge charge) {
    return lookUps.cancel(charge);
  }

  @Override
  public RefundOutcome refund(RefundRequest request) {
    return refunds.refund(request);
  }

  @Override
  public RefundLookUp lookUpRefund(RefundRequest request) {
    return refunds.lookUp(request);
  }

  /**
   * {@inheritDoc}
   *
   * @throws StripeUnavailableException if Stripe does not answer
   */
  @Override
  public MethodDetails describe(String methodToken) {
    return methods.describe(methodToken);
  }

  /**
   * {@inheritDoc}
   *
   * @throws StripeUnavailableException if Stripe does not answer
   */
  @Override
  public MethodToKeep adopt(CustomerId customer, String browserToken) {
    return methods.adopt(customer, browserToken);
  }

  @Override
  public Optional<Duration> waitAfter(Decline decline) {
    return Declines.waitOf(DeclineCodes.keptIn(decline.code()));
  }

  /**
   * Takes a method from its customer at Stripe, so that it can never be charged again. Repeatable.
   *
   * @throws UnknownPaymentMethodException if Stripe does not know the token
   * @throws StripeUnavailableException if Stripe does not answer
   */
  public void detach(String methodToken) {
    methods.detach(methodToken);
  }
}
