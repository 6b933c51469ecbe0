package org.evergreen.payment.stripe;

import com.stripe.StripeClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.evergreen.payment.BrowserForm;
import org.evergreen.payment.BrowserPayment;
import org.evergreen.payment.BrowserSide;
import org.evergreen.payment.ChargeOutcome;
import org.evergreen.payment.ChargeRequest;
import org.evergreen.payment.ChargeTrace;
import org.evergreen.payment.Decline;
import org.evergreen.payment.DisputeFacts;
import org.evergreen.payment.FinishedSetup;
import org.evergreen.payment.GatewayCharge;
import org.evergreen.payment.GatewayEvent;
import org.evergreen.payment.GatewayLimits;
import org.evergreen.payment.IdempotencyKey;
import org.evergreen.payment.LookUp;
import org.evergreen.payment.MethodDetails;
import org.evergreen.payment.MethodSetup;
import org.evergreen.payment.MethodToKeep;
import org.evergreen.payment.PaymentGateway;
import org.evergreen.payment.RefundFacts;
import org.evergreen.payment.RefundLookUp;
import org.evergreen.payment.RefundOutcome;
import org.evergreen.payment.RefundRequest;
import org.evergreen.payment.SetupOutcome;
import org.evergreen.payment.UnknownPaymentMethodException;
import org.evergreen.payment.WebhookMessage;
import org.evergreen.payment.WebhookReading;
import org.evergreen.storefront.CustomerId;
import org.evergreen.time.ShopTime;
import org.joda.money.Money;

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
  private final StripeSetups setups;
  private final StripeBrowser browser;
  private final StripeFacts facts;
  private final StripeConsents consents;
  private final StripeWebhooks webhooks;
  private final GatewayLimits limits;

  StripeGateway(
      StripeClient client, StripeCustomers customers, StripeSettings settings, ShopTime time) {
    this.charges = new StripeCharges(client);
    this.lookUps = new StripeLookUps(client);
    this.refunds = new StripeRefunds(client);
    this.methods = new StripeMethods(client, customers);
    this.setups = new StripeSetups(client, customers, settings.browser());
    this.browser = new StripeBrowser(client, settings.browser());
    this.facts = new StripeFacts(client);
    this.consents = new StripeConsents(client, customers);
    this.webhooks = new StripeWebhooks(settings.webhookSecret(), time);
    this.limits = settings.limits();
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

  @Override
  public boolean takesLines() {
    return true;
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

  /** Among all payments of the customer since then, and by Stripe's search. */
  @Override
  public LookUp lookUpEverywhere(ChargeTrace trace) {
    return lookUps.everywhere(trace);
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
  public Optional<BrowserSide> browserSide() {
    return Optional.of(browser.side());
  }

  @Override
  public Optional<BrowserForm> browserForm(Money due) {
    return browser.form(due);
  }

  @Override
  public Optional<MethodSetup> beginStoring(CustomerId customer) {
    return Optional.of(setups.begin(customer));
  }

  @Override
  public String finishStoring(CustomerId customer, String reference) {
    return setups.finish(customer, reference);
  }

  @Override
  public SetupOutcome setUp(String methodToken) {
    return setups.confirm(MethodToken.parse(methodToken));
  }

  @Override
  public Optional<MethodToKeep> method(String reference) {
    return methods.find(reference);
  }

  @Override
  public Optional<BrowserPayment> confirmation(GatewayCharge charge) {
    return browser.confirmation(charge.reference());
  }

  @Override
  public WebhookReading read(WebhookMessage message) {
    return webhooks.read(message);
  }

  @Override
  public GatewayEvent.Kind kindOf(String eventType) {
    return StripeEvents.kindOf(eventType);
  }

  @Override
  public List<RefundFacts> refunds(String reference) {
    return facts.refunds(reference);
  }

  @Override
  public Optional<DisputeFacts> dispute(String reference) {
    return facts.dispute(reference);
  }

  @Override
  public Optional<FinishedSetup> finishedSetup(String reference) {
    return consents.setup(reference);
  }

  @Override
  public Optional<String> methodWithoutConsent(String reference) {
    return consents.methodWithout(reference);
  }

  @Override
  public Optional<GatewayLimits> limits() {
    return Optional.of(limits);
  }

  @Override
  public Optional<Duration> waitAfter(Decline decline) {
    return Declines.waitOf(decline.codes());
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnknownPaymentMethodException if Stripe does not know the token
   */
  @Override
  public void detach(String methodToken) {
    methods.detach(methodToken);
  }
}
