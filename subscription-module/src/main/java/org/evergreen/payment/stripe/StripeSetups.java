package org.evergreen.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.SetupIntent;
import com.stripe.model.StripeError;
import com.stripe.param.SetupIntentCreateParams;
import com.stripe.param.SetupIntentCreateParams.AutomaticPaymentMethods;
import com.stripe.param.SetupIntentCreateParams.Usage;
import java.util.Objects;
import org.evergreen.payment.BrowserSide;
import org.evergreen.payment.MethodSetup;
import org.evergreen.payment.SetupOutcome;
import org.evergreen.payment.UnknownPaymentMethodException;
import org.evergreen.storefront.CustomerId;

/**
 * Setup intents: the shopper enters a payment method in a page element of Stripe, or confirms a
 * stored one with his bank, so that it may be charged while he is away.
 */
final class StripeSetups {

  private final StripeClient client;
  private final StripeCustomers customers;
  private final BrowserSide browser;

  StripeSetups(StripeClient client, StripeCustomers customers, BrowserSide browser) {
    this.client = client;
    this.customers = customers;
    this.browser = browser;
  }

  MethodSetup begin(CustomerId customer) {
    try {
      return setup(create(offSession().setCustomer(customers.of(customer))));
    } catch (StripeException failure) {
      throw new StripeUnavailableException("A payment method cannot be entered now", failure);
    }
  }

  String finish(CustomerId customer, String setupIntent) {
    try {
      SetupIntent intent = client.v1().setupIntents().retrieve(setupIntent);
      boolean his =
          customers.find(customer).filter(own -> own.equals(intent.getCustomer())).isPresent();
      if (!his || !"succeeded".equals(intent.getStatus())) {
        throw UnknownPaymentMethodException.at(StripeGateway.NAME);
      }
      return new MethodToken(intent.getCustomer(), intent.getPaymentMethod()).toString();
    } catch (InvalidRequestException unknown) {
      throw UnknownPaymentMethodException.at(StripeGateway.NAME);
    } catch (StripeException failure) {
      throw new StripeUnavailableException("The payment method could not be read", failure);
    }
  }

  /** Confirms a stored method at once, by the server. */
  SetupOutcome confirm(MethodToken token) {
    SetupIntentCreateParams.Builder params =
        offSession()
            .setCustomer(token.customer())
            .setPaymentMethod(token.method())
            .setConfirm(true);
    try {
      return outcome(create(params));
    } catch (CardException refused) {
      return new SetupOutcome.Refused(Declines.of(Declines.codes(refused.getStripeError())));
    } catch (InvalidRequestException unknown) {
      throw UnknownPaymentMethodException.refused(
          StripeGateway.NAME, unknown.getStripeError().getMessage());
    } catch (StripeException failure) {
      throw new StripeUnavailableException("The payment method could not be set up", failure);
    }
  }

  private SetupOutcome outcome(SetupIntent intent) {
    String status = Objects.requireNonNullElse(intent.getStatus(), "");
    return switch (status) {
      case "succeeded", "processing" -> new SetupOutcome.Ready();
      case "requires_action" -> new SetupOutcome.ActionRequired(setup(intent));
      default -> new SetupOutcome.Refused(Declines.of(Declines.codes(error(intent))));
    };
  }

  private static StripeError error(SetupIntent intent) {
    return Objects.requireNonNullElseGet(intent.getLastSetupError(), StripeError::new);
  }

  private static SetupIntentCreateParams.Builder offSession() {
    return SetupIntentCreateParams.builder()
        .setUsage(Usage.OFF_SESSION)
        .setAutomaticPaymentMethods(
            AutomaticPaymentMethods.builder()
                .setEnabled(true)
                .setAllowRedirects(AutomaticPaymentMethods.AllowRedirects.NEVER)
                .build());
  }

  private SetupIntent create(SetupIntentCreateParams.Builder params) throws StripeException {
    return client.v1().setupIntents().create(params.build(), StripeKeys.once("setup"));
  }

  private MethodSetup setup(SetupIntent intent) {
    return new MethodSetup(intent.getId(), intent.getClientSecret(), browser);
  }
}
