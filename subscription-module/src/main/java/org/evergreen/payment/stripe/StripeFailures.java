package org.evergreen.payment.stripe;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import java.util.Objects;
import java.util.Optional;
import org.evergreen.payment.ChargeOutcome;
import org.evergreen.payment.Decline;
import org.evergreen.payment.IdempotencyKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an error of Stripe means. Only what Stripe answers to the request itself is a decline; a
 * broken connection, a server error, too many requests and a key that is not accepted leave open
 * what became of it.
 */
final class StripeFailures {

  private static final Logger LOG = LoggerFactory.getLogger(StripeFailures.class);
  private static final String RESOURCE_MISSING = "resource_missing";

  /** Part of what Stripe says of an object that exists in the account's other world only. */
  private static final String OTHER_MODE = "a similar object exists in";

  private StripeFailures() {}

  /**
   * What a failed request for a charge means.
   *
   * @throws IllegalArgumentException if the key was used for another request
   */
  static ChargeOutcome ofCharge(IdempotencyKey key, StripeException failure) {
    requireOwnKey(key, failure);
    if (failure instanceof CardException) {
      return declined(failure);
    }
    if (failure instanceof InvalidRequestException invalid) {
      return refused(key, invalid);
    }
    if (failure instanceof RateLimitException) {
      return new ChargeOutcome.TooManyRequests(describe(failure) + reason(failure));
    }
    logIfOurs(key, failure);
    return new ChargeOutcome.Unknown(describe(failure));
  }

  /** Which of Stripe's limits was met, where it says so. */
  private static String reason(StripeException failure) {
    return Optional.ofNullable(failure.getStripeError())
        .map(StripeError::getLastResponse)
        .flatMap(response -> response.headers().firstValue("Stripe-Rate-Limited-Reason"))
        .map(reason -> " [" + reason + "]")
        .orElse("");
  }

  /**
   * A key that Stripe knows from another request is never a decline: the other request may have
   * charged.
   *
   * @throws IllegalArgumentException if the failure says so
   */
  static void requireOwnKey(IdempotencyKey key, StripeException failure) {
    if (failure instanceof IdempotencyException) {
      LOG.error("Stripe refused the key {}: it was used for another request", key);
      throw new IllegalArgumentException(
          "The key " + key + " was used for another request at Stripe: " + describe(failure));
    }
  }

  static void logIfOurs(IdempotencyKey key, StripeException failure) {
    if (failure instanceof AuthenticationException || failure instanceof PermissionException) {
      LOG.error(
          "Stripe does not let this shop charge ({}); check evergreen.stripe.secret-key: {}",
          key,
          describe(failure));
    }
  }

  static boolean isMissing(StripeException failure) {
    return RESOURCE_MISSING.equals(failure.getCode());
  }

  /** For logs and the merchant: what happened, with the id that Stripe's support asks for. */
  static String describe(StripeException failure) {
    String status = failure.getStatusCode() == null ? "no answer" : "" + failure.getStatusCode();
    return failure.getClass().getSimpleName() + " (" + status + "): " + failure.getMessage();
  }

  private static ChargeOutcome declined(StripeException failure) {
    StripeError error = failure.getStripeError();
    if (error.getPaymentIntent() == null || error.getPaymentIntent().getId() == null) {
      return new ChargeOutcome.Unknown("A decline without an intent: " + describe(failure));
    }
    return IntentOutcomes.failed(error.getPaymentIntent().getId(), error);
  }

  private static ChargeOutcome refused(IdempotencyKey key, InvalidRequestException failure) {
    StripeError error = failure.getStripeError();
    if (error == null) {
      return new ChargeOutcome.Unknown(describe(failure));
    }
    Decline.Codes codes = Declines.codes(error);
    if (methodIsGone(failure)) {
      return new ChargeOutcome.Declined(
          reference(failure),
          Declines.of(new Decline.Codes("payment_method_not_available", "", "", "", "")));
    }
    if (Declines.isKnown(codes)) {
      return new ChargeOutcome.Declined(reference(failure), Declines.of(codes));
    }
    LOG.error("Stripe refused {} because of how it was asked: {}", key, describe(failure));
    return new ChargeOutcome.Declined(
        reference(failure),
        Declines.ourFault(Objects.requireNonNullElse(failure.getCode(), "invalid_request")));
  }

  private static boolean methodIsGone(InvalidRequestException failure) {
    return isMissing(failure)
        && "payment_method".equals(failure.getParam())
        && !failure.getMessage().contains(OTHER_MODE);
  }

  /** The intent, or the request where Stripe made no intent. */
  private static String reference(StripeException failure) {
    return Optional.ofNullable(failure.getStripeError().getPaymentIntent())
        .map(intent -> intent.getId())
        .or(() -> Optional.ofNullable(failure.getRequestId()))
        .orElse("not-charged");
  }
}
