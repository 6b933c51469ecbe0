package org.evergreen.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.PaymentMethod;
import com.stripe.model.StripeError;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.evergreen.payment.BrowserForm;
import org.evergreen.payment.BrowserPayment;
import org.evergreen.payment.BrowserPayment.Step;
import org.evergreen.payment.BrowserSide;
import org.evergreen.payment.ChargeOutcome;
import org.joda.money.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the shopper's browser needs to talk to Stripe itself. */
final class StripeBrowser {

  private static final Logger LOG = LoggerFactory.getLogger(StripeBrowser.class);

  private final StripeClient client;
  private final BrowserSide side;

  StripeBrowser(StripeClient client, BrowserSide side) {
    this.client = client;
    this.side = side;
  }

  BrowserSide side() {
    return side;
  }

  /** Empty when Stripe cannot charge such an amount. */
  Optional<BrowserForm> form(Money due) {
    String currency = due.getCurrencyUnit().getCode().toLowerCase(Locale.ROOT);
    if (!due.isPositive()) {
      return Optional.of(new BrowserForm(side, "setup", 0, currency));
    }
    try {
      return Optional.of(new BrowserForm(side, "payment", MinorUnits.of(due), currency));
    } catch (UnchargeableAmountException unchargeable) {
      LOG.error("No payment method can be entered: {}", unchargeable.getMessage());
      return Optional.empty();
    }
  }

  Optional<BrowserPayment> confirmation(String reference) {
    try {
      return waiting(client.v1().paymentIntents().retrieve(reference));
    } catch (InvalidRequestException unknown) {
      return Optional.empty();
    } catch (StripeException failure) {
      throw new StripeUnavailableException("The payment could not be read", failure);
    }
  }

  private Optional<BrowserPayment> waiting(PaymentIntent intent) {
    if (!(IntentOutcomes.of(intent) instanceof ChargeOutcome.ActionRequired)) {
      return Optional.empty();
    }
    Step step = "requires_action".equals(intent.getStatus()) ? Step.NEXT_ACTION : Step.CONFIRM;
    return Optional.of(new BrowserPayment(side, intent.getClientSecret(), step, method(intent)));
  }

  /** An intent that was refused has forgotten its method, but its error has not. */
  private static Optional<String> method(PaymentIntent intent) {
    return Optional.ofNullable(intent.getPaymentMethod())
        .or(
            () ->
                Optional.ofNullable(intent.getLastPaymentError())
                    .map(StripeError::getPaymentMethod)
                    .map(PaymentMethod::getId))
        .filter(id -> !Objects.equals(id, ""));
  }
}
