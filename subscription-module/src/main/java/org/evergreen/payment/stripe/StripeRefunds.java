package org.evergreen.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.util.Objects;
import java.util.Optional;
import org.evergreen.payment.RefundLookUp;
import org.evergreen.payment.RefundOutcome;
import org.evergreen.payment.RefundRequest;

/** Gives money back out of a payment intent. */
final class StripeRefunds {

  private static final long MOST_AT_ONCE = 100;

  private final StripeClient client;

  StripeRefunds(StripeClient client) {
    this.client = client;
  }

  /**
   * Refunds.
   *
   * @throws IllegalArgumentException if the key was used for another refund
   */
  RefundOutcome refund(RefundRequest request) {
    String intent = request.charge().reference();
    try {
      RefundCreateParams refund =
          RefundCreateParams.builder()
              .setPaymentIntent(intent)
              .setAmount(MinorUnits.of(request.amount()))
              .putMetadata(StripeCharges.KEY, request.key().value())
              .putMetadata("reason", request.reason())
              .build();
      return outcome(
          client.v1().refunds().create(refund, StripeKeys.stable(request.key(), intent)));
    } catch (UnchargeableAmountException unchargeable) {
      return new RefundOutcome.Refused(unchargeable.getMessage());
    } catch (StripeException failure) {
      StripeFailures.requireOwnKey(request.key(), failure);
      StripeFailures.logIfOurs(request.key(), failure);
      return failure instanceof InvalidRequestException || failure instanceof CardException
          ? new RefundOutcome.Refused(failure.getStripeError().getMessage())
          : new RefundOutcome.Unknown(StripeFailures.describe(failure));
    }
  }

  RefundLookUp lookUp(RefundRequest request) {
    try {
      Optional<Refund> refund = find(request);
      return refund.isPresent() ? known(refund.get()) : new RefundLookUp.NotFound();
    } catch (StripeException failure) {
      StripeFailures.logIfOurs(request.key(), failure);
      return new RefundLookUp.Unavailable(StripeFailures.describe(failure));
    }
  }

  private Optional<Refund> find(RefundRequest request) throws StripeException {
    RefundListParams.Builder page =
        RefundListParams.builder()
            .setPaymentIntent(request.charge().reference())
            .setLimit(MOST_AT_ONCE);
    StripeCollection<Refund> refunds;
    do {
      refunds = client.v1().refunds().list(page.build());
      for (Refund refund : refunds.getData()) {
        if (isOf(request, refund)) {
          return Optional.of(refund);
        }
        page.setStartingAfter(refund.getId());
      }
    } while (Boolean.TRUE.equals(refunds.getHasMore()) && !refunds.getData().isEmpty());
    return Optional.empty();
  }

  private static boolean isOf(RefundRequest request, Refund refund) {
    return refund.getMetadata() != null
        && request.key().value().equals(refund.getMetadata().get(StripeCharges.KEY));
  }

  private static RefundLookUp known(Refund refund) {
    RefundOutcome outcome = outcome(refund);
    return outcome instanceof RefundOutcome.Unknown unknown
        ? new RefundLookUp.Unavailable(unknown.detail())
        : new RefundLookUp.Found(outcome);
  }

  static RefundOutcome outcome(Refund refund) {
    return switch (Objects.requireNonNullElse(refund.getStatus(), "")) {
      case "succeeded" -> new RefundOutcome.Succeeded(refund.getId());
      case "pending", "requires_action" -> new RefundOutcome.Pending(refund.getId());
      case "failed", "canceled" ->
          new RefundOutcome.Refused("Stripe could not refund it: " + reason(refund) + ".");
      default ->
          new RefundOutcome.Unknown(
              "Stripe's " + refund.getId() + " is in state " + refund.getStatus());
    };
  }

  private static String reason(Refund refund) {
    return Objects.requireNonNullElse(refund.getFailureReason(), refund.getStatus())
        .replace('_', ' ');
  }
}
