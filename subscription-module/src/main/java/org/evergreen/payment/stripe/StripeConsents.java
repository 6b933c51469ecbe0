package org.evergreen.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Mandate;
import com.stripe.model.SetupIntent;
import java.util.Optional;
import org.evergreen.payment.FinishedSetup;

/** Reads what shoppers have agreed to, and what they took back. */
final class StripeConsents {

  private final StripeClient client;
  private final StripeCustomers customers;

  StripeConsents(StripeClient client, StripeCustomers customers) {
    this.client = client;
    this.customers = customers;
  }

  Optional<FinishedSetup> setup(String setupIntent) {
    Optional<SetupIntent> finished =
        found(() -> client.v1().setupIntents().retrieve(setupIntent))
            .filter(intent -> "succeeded".equals(intent.getStatus()))
            .filter(intent -> intent.getCustomer() != null && intent.getPaymentMethod() != null);
    return finished.flatMap(
        intent ->
            customers
                .shopper(intent.getCustomer())
                .map(
                    shopper ->
                        new FinishedSetup(
                            shopper,
                            new MethodToken(intent.getCustomer(), intent.getPaymentMethod())
                                .toString())));
  }

  Optional<String> methodWithout(String mandate) {
    return found(() -> client.v1().mandates().retrieve(mandate))
        .filter(consent -> "inactive".equals(consent.getStatus()))
        .map(Mandate::getPaymentMethod);
  }

  private static <T> Optional<T> found(Question<T> question) {
    try {
      return Optional.of(question.ask());
    } catch (StripeException failure) {
      if (StripeFailures.isMissing(failure)) {
        return Optional.empty();
      }
      throw new StripeUnavailableException("A shopper's consent could not be read", failure);
    }
  }

  /** A request to Stripe for an object that may not exist. */
  private interface Question<T> {
    T ask() throws StripeException;
  }
}
