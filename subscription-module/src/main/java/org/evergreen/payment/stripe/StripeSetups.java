package org.evergreen.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.SetupIntent;
import com.stripe.param.SetupIntentCreateParams;
import com.stripe.param.SetupIntentCreateParams.AutomaticPaymentMethods;
import com.stripe.param.SetupIntentCreateParams.Usage;
import org.evergreen.payment.UnknownPaymentMethodException;
import org.evergreen.storefront.CustomerId;

/**
 * Lets a shopper enter a payment method in a page of Stripe, so that no card number reaches the
 * shop: {@link #begin} gives the page what it needs, {@link #finish} what to store. Call it outside
 * of transactions.
 */
public class StripeSetups {

  private final StripeClient client;
  private final StripeCustomers customers;
  private final String publishableKey;

  StripeSetups(StripeClient client, StripeCustomers customers, String publishableKey) {
    this.client = client;
    this.customers = customers;
    this.publishableKey = publishableKey;
  }

  /**
   * Begins to store a method that will be charged while the shopper is away.
   *
   * @throws StripeUnavailableException if Stripe does not answer
   */
  public StripeSetup begin(CustomerId customer) {
    try {
      SetupIntentCreateParams params =
          SetupIntentCreateParams.builder()
              .setCustomer(customers.of(customer))
              .setUsage(Usage.OFF_SESSION)
              .setAutomaticPaymentMethods(
                  AutomaticPaymentMethods.builder()
                      .setEnabled(true)
                      .setAllowRedirects(AutomaticPaymentMethods.AllowRedirects.NEVER)
                      .build())
              .build();
      SetupIntent intent = client.v1().setupIntents().create(params, StripeKeys.once("setup"));
      return new StripeSetup(intent.getId(), intent.getClientSecret(), publishableKey);
    } catch (StripeException failure) {
      throw new StripeUnavailableException("A payment method cannot be entered now", failure);
    }
  }

  /**
   * The token of the method that the shopper has entered, to be stored.
   *
   * @throws UnknownPaymentMethodException if he has not finished, or it is not his
   * @throws StripeUnavailableException if Stripe does not answer
   */
  public String finish(CustomerId customer, String setupIntent) {
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
}
