package org.evergreen.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentCreateParams.AutomaticPaymentMethods;
import com.stripe.param.PaymentIntentCreateParams.AutomaticPaymentMethods.AllowRedirects;
import com.stripe.param.PaymentIntentCreateParams.SetupFutureUsage;
import java.util.Locale;
import org.evergreen.payment.ChargeOutcome;
import org.evergreen.payment.ChargeRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Charges by one request: a payment intent that is created and confirmed at once. */
final class StripeCharges {

  /** Name of the metadata by which an intent is found again. */
  static final String KEY = "evergreen_key";

  private static final Logger LOG = LoggerFactory.getLogger(StripeCharges.class);

  /** Whatever the account takes, but for methods that send the shopper to another site and back. */
  private static final AutomaticPaymentMethods WITHOUT_REDIRECTS =
      AutomaticPaymentMethods.builder()
          .setEnabled(true)
          .setAllowRedirects(AllowRedirects.NEVER)
          .build();

  private final StripeClient client;

  StripeCharges(StripeClient client) {
    this.client = client;
  }

  /**
   * Charges a stored method.
   *
   * @throws IllegalArgumentException if the key was used for another charge
   */
  ChargeOutcome charge(ChargeRequest request) {
    try {
      PaymentIntentCreateParams intent = intent(request);
      return answered(
          intent,
          client
              .v1()
              .paymentIntents()
              .create(intent, StripeKeys.stable(request.key(), intent.getCustomer().toString())));
    } catch (UnchargeableAmountException unchargeable) {
      LOG.error("{} is not asked for: {}", request.key(), unchargeable.getMessage());
      return new ChargeOutcome.Declined("not-asked-for", Declines.ourFault("invalid_amount"));
    } catch (StripeException failure) {
      return StripeFailures.ofCharge(request.key(), failure);
    }
  }

  private static PaymentIntentCreateParams intent(ChargeRequest request) {
    MethodToken token = MethodToken.parse(request.methodToken());
    PaymentIntentCreateParams.Builder intent =
        PaymentIntentCreateParams.builder()
            .setAmount(MinorUnits.of(request.amount()))
            .setCurrency(request.amount().getCurrencyUnit().getCode().toLowerCase(Locale.ROOT))
            .setCustomer(token.customer())
            .setPaymentMethod(token.method())
            .setConfirm(true)
            .setAutomaticPaymentMethods(WITHOUT_REDIRECTS)
            .setDescription(request.description())
            .putAllMetadata(request.metadata())
            .putMetadata(KEY, request.key().value());
    if (!request.details().shopperPresent()) {
      intent.setOffSession(true);
    } else if (request.details().setsUp()) {
      intent.setSetupFutureUsage(SetupFutureUsage.OFF_SESSION);
    }
    LineItems.of(request).ifPresent(intent::setAmountDetails);
    return intent.build();
  }

  /** An answer that is not of the charge that was asked for settles nothing. */
  private static ChargeOutcome answered(PaymentIntentCreateParams asked, PaymentIntent intent) {
    boolean isOfIt =
        intent.getId() != null
            && asked.getAmount().equals(intent.getAmount())
            && asked.getCurrency().equals(intent.getCurrency());
    return isOfIt
        ? IntentOutcomes.of(intent)
        : new ChargeOutcome.Unknown("Stripe answered with something else: " + intent.getId());
  }
}
