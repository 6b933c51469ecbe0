package org.evergreen.payment.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import java.util.Objects;
import org.evergreen.payment.ChargeOutcome;
import org.evergreen.payment.Decline;
import org.evergreen.payment.DeclineClass;

/** What a payment intent at Stripe means for the charge that it is. */
final class IntentOutcomes {

  /** What Stripe calls a payment that the bank wants the shopper to confirm. */
  private static final String AUTHENTICATION_REQUIRED = "authentication_required";

  private IntentOutcomes() {}

  static ChargeOutcome of(PaymentIntent intent) {
    String id = intent.getId();
    return switch (Objects.requireNonNullElse(intent.getStatus(), "")) {
      case "succeeded" -> new ChargeOutcome.Succeeded(id);
      case "processing" -> new ChargeOutcome.Processing(id);
      case "requires_action" -> new ChargeOutcome.ActionRequired(id);
      case "requires_payment_method" -> failed(id, intent.getLastPaymentError());
      case "canceled" -> canceled(id, intent.getLastPaymentError());
      default -> new ChargeOutcome.Unknown("Stripe's " + id + " is in state " + intent.getStatus());
    };
  }

  /** What an error means that Stripe reports of an intent. */
  static ChargeOutcome failed(String id, StripeError error) {
    if (error == null) {
      return new ChargeOutcome.Unknown("Stripe's " + id + " was not tried yet");
    }
    Decline.Codes codes = Declines.codes(error);
    return needsConfirmation(codes)
        ? new ChargeOutcome.ActionRequired(id)
        : new ChargeOutcome.Declined(id, Declines.of(codes));
  }

  /**
   * Whether a charge was over before its intent is: the shopper could still pay an intent that was
   * declined, or that was never tried.
   */
  static boolean mustBeClosed(PaymentIntent intent) {
    String status = Objects.requireNonNullElse(intent.getStatus(), "");
    return status.equals("requires_confirmation")
        || status.equals("requires_payment_method")
            && !(of(intent) instanceof ChargeOutcome.ActionRequired);
  }

  private static ChargeOutcome canceled(String id, StripeError error) {
    if (error == null) {
      return new ChargeOutcome.Canceled(id);
    }
    Decline.Codes codes = Declines.codes(error);
    return Declines.classOf(codes) == DeclineClass.NEEDS_SHOPPER
        ? new ChargeOutcome.Canceled(id)
        : new ChargeOutcome.Declined(id, Declines.of(codes));
  }

  private static boolean needsConfirmation(Decline.Codes codes) {
    return codes.gatewayCode().equals(AUTHENTICATION_REQUIRED)
        || codes.declineCode().equals(AUTHENTICATION_REQUIRED);
  }
}
