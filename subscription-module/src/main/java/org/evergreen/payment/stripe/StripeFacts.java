package org.evergreen.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.param.RefundListParams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.evergreen.payment.DisputeFacts;
import org.evergreen.payment.DisputeState;
import org.evergreen.payment.IdempotencyKey;
import org.evergreen.payment.RefundFacts;

/** Reads refunds and disputes as Stripe has them, whoever made them. */
final class StripeFacts {

  private static final long MOST_AT_ONCE = 100;

  private final StripeClient client;

  StripeFacts(StripeClient client) {
    this.client = client;
  }

  /** The refund with this id, or all of the charge or intent with it, oldest first. */
  List<RefundFacts> refunds(String reference) {
    try {
      if (reference.startsWith("re_") || reference.startsWith("pyr_")) {
        return List.of(facts(client.v1().refunds().retrieve(reference)));
      }
      RefundListParams.Builder page = RefundListParams.builder().setLimit(MOST_AT_ONCE);
      return all(
          reference.startsWith("pi_")
              ? page.setPaymentIntent(reference)
              : page.setCharge(reference));
    } catch (StripeException failure) {
      if (StripeFailures.isMissing(failure)) {
        return List.of();
      }
      throw new StripeUnavailableException("The refunds could not be read", failure);
    }
  }

  private List<RefundFacts> all(RefundListParams.Builder page) throws StripeException {
    List<RefundFacts> latestFirst = new ArrayList<>();
    StripeCollection<Refund> refunds;
    do {
      refunds = client.v1().refunds().list(page.build());
      for (Refund refund : refunds.getData()) {
        latestFirst.add(facts(refund));
        page.setStartingAfter(refund.getId());
      }
    } while (Boolean.TRUE.equals(refunds.getHasMore()) && !refunds.getData().isEmpty());
    List<RefundFacts> oldestFirst = new ArrayList<>(latestFirst);
    Collections.reverse(oldestFirst);
    return oldestFirst;
  }

  private static RefundFacts facts(Refund refund) {
    Optional<IdempotencyKey> key =
        Optional.ofNullable(refund.getMetadata())
            .map(metadata -> metadata.get(StripeCharges.KEY))
            .filter(text -> !text.isBlank())
            .map(IdempotencyKey::new);
    return new RefundFacts(
        refund.getId(),
        text(refund.getPaymentIntent()),
        key,
        MinorUnits.money(refund.getCurrency(), refund.getAmount()),
        text(refund.getReason()).replace('_', ' '),
        StripeRefunds.outcome(refund),
        Instant.ofEpochSecond(refund.getCreated()));
  }

  Optional<DisputeFacts> dispute(String reference) {
    try {
      return Optional.of(facts(client.v1().disputes().retrieve(reference)));
    } catch (StripeException failure) {
      if (StripeFailures.isMissing(failure)) {
        return Optional.empty();
      }
      throw new StripeUnavailableException("The dispute could not be read", failure);
    }
  }

  private static DisputeFacts facts(Dispute dispute) {
    Optional<Instant> respondBy =
        Optional.ofNullable(dispute.getEvidenceDetails())
            .map(Dispute.EvidenceDetails::getDueBy)
            .map(Instant::ofEpochSecond);
    return new DisputeFacts(
        dispute.getId(),
        text(dispute.getPaymentIntent()),
        MinorUnits.money(dispute.getCurrency(), dispute.getAmount()),
        text(dispute.getReason()),
        state(text(dispute.getStatus())),
        respondBy,
        Instant.ofEpochSecond(dispute.getCreated()));
  }

  private static DisputeState state(String status) {
    return switch (status) {
      case "warning_needs_response", "warning_under_review" -> DisputeState.WARNING;
      case "under_review" -> DisputeState.UNDER_REVIEW;
      case "won" -> DisputeState.WON;
      case "lost" -> DisputeState.LOST;
      case "warning_closed", "prevented" -> DisputeState.CLOSED;
      default -> DisputeState.NEEDS_RESPONSE;
    };
  }

  private static String text(String value) {
    return Objects.requireNonNullElse(value, "");
  }
}
