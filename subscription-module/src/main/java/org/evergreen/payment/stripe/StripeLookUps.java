package org.evergreen.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeCollection;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCancelParams.CancellationReason;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentSearchParams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evergreen.payment.ChargeOutcome;
import org.evergreen.payment.ChargeTrace;
import org.evergreen.payment.GatewayCharge;
import org.evergreen.payment.IdempotencyKey;
import org.evergreen.payment.LookUp;

/**
 * Finds out what became of a charge. Stripe's reference leads to it at once; without one the latest
 * payments of its customer are read, which are complete at any moment; the search by key alone lags
 * behind by up to a minute and is the last resort.
 */
final class StripeLookUps {

  private static final String INTENT = "pi_";
  private static final long MOST_AT_ONCE = 100;

  /** By how much the clocks of the shop and of Stripe may differ. */
  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

  private final StripeClient client;

  StripeLookUps(StripeClient client) {
    this.client = client;
  }

  LookUp find(ChargeTrace trace) {
    return answer(trace.key(), () -> intentOf(trace));
  }

  LookUp find(IdempotencyKey key) {
    return answer(key, () -> search(metadata(key)));
  }

  LookUp everywhere(ChargeTrace trace) {
    return answer(trace.key(), () -> intentAnywhere(trace));
  }

  private Optional<PaymentIntent> intentAnywhere(ChargeTrace trace) throws StripeException {
    Optional<PaymentIntent> listed = intentOf(trace);
    if (listed.isPresent()) {
      return listed;
    }
    // A shop whose clock is ahead of Stripe's has looked at too late payments only.
    String customer = MethodToken.parse(trace.methodToken()).customer();
    // Fails in an account that does not know him, where nothing found would prove nothing.
    client.v1().customers().retrieve(customer);
    return search("customer:'" + customer + "' AND " + metadata(trace.key()));
  }

  /** Gives a charge up, or tells what else became of it. */
  LookUp cancel(GatewayCharge charge) {
    return charge.reference().startsWith(INTENT)
        ? answer(charge.key(), () -> Optional.of(closed(charge.reference())))
        : new LookUp.NotFound();
  }

  private LookUp answer(IdempotencyKey key, Question question) {
    try {
      Optional<PaymentIntent> intent = question.ask();
      return intent.isPresent() ? known(settled(intent.get())) : new LookUp.NotFound();
    } catch (StripeException failure) {
      StripeFailures.logIfOurs(key, failure);
      return new LookUp.Unavailable(StripeFailures.describe(failure));
    }
  }

  private static LookUp known(PaymentIntent intent) {
    ChargeOutcome outcome = IntentOutcomes.of(intent);
    return outcome instanceof ChargeOutcome.Unknown unknown
        ? new LookUp.Unavailable(unknown.detail())
        : new LookUp.Found(outcome);
  }

  /** An attempt that failed is over: its intent is closed, so that nothing can pay it later. */
  private PaymentIntent settled(PaymentIntent intent) throws StripeException {
    return IntentOutcomes.mustBeClosed(intent) ? closed(intent.getId()) : intent;
  }

  private PaymentIntent closed(String intent) throws StripeException {
    PaymentIntentCancelParams abandoned =
        PaymentIntentCancelParams.builder()
            .setCancellationReason(CancellationReason.ABANDONED)
            .build();
    try {
      return client.v1().paymentIntents().cancel(intent, abandoned, StripeKeys.once("cancel"));
    } catch (com.stripe.exception.InvalidRequestException notInThisState) {
      return client.v1().paymentIntents().retrieve(intent);
    }
  }

  private Optional<PaymentIntent> intentOf(ChargeTrace trace) throws StripeException {
    Optional<String> reference = trace.reference().filter(text -> text.startsWith(INTENT));
    return reference.isPresent()
        ? Optional.of(client.v1().paymentIntents().retrieve(reference.get()))
        : latestOfCustomer(trace);
  }

  private Optional<PaymentIntent> latestOfCustomer(ChargeTrace trace) throws StripeException {
    PaymentIntentListParams.Builder page =
        PaymentIntentListParams.builder()
            .setCustomer(MethodToken.parse(trace.methodToken()).customer())
            .setCreated(since(trace))
            .setLimit(MOST_AT_ONCE);
    List<PaymentIntent> found = new ArrayList<>();
    StripeCollection<PaymentIntent> intents;
    do {
      intents = client.v1().paymentIntents().list(page.build());
      for (PaymentIntent intent : intents.getData()) {
        if (isOf(trace.key(), intent)) {
          found.add(intent);
        }
        page.setStartingAfter(intent.getId());
      }
    } while (Boolean.TRUE.equals(intents.getHasMore()) && !intents.getData().isEmpty());
    return mostSettled(found);
  }

  private static PaymentIntentListParams.Created since(ChargeTrace trace) {
    return PaymentIntentListParams.Created.builder()
        .setGte(trace.openedAt().minus(CLOCKS_DIFFER).getEpochSecond())
        .build();
  }

  private static String metadata(IdempotencyKey key) {
    String quoted = key.value().replace("\\", "\\\\").replace("'", "\\'");
    return "metadata['" + StripeCharges.KEY + "']:'" + quoted + "'";
  }

  private Optional<PaymentIntent> search(String what) throws StripeException {
    PaymentIntentSearchParams query =
        PaymentIntentSearchParams.builder().setQuery(what).setLimit(MOST_AT_ONCE).build();
    List<PaymentIntent> found = client.v1().paymentIntents().search(query).getData();
    Optional<PaymentIntent> intent = mostSettled(found);
    return intent.isEmpty()
        ? intent
        : Optional.of(client.v1().paymentIntents().retrieve(intent.get().getId()));
  }

  /** A charge has one intent; should it ever have two, the one with the money tells. */
  private static Optional<PaymentIntent> mostSettled(List<PaymentIntent> intents) {
    Comparator<PaymentIntent> paidFirst =
        Comparator.comparing(
            intent -> IntentOutcomes.of(intent) instanceof ChargeOutcome.Succeeded);
    return intents.stream().max(paidFirst);
  }

  private static boolean isOf(IdempotencyKey key, PaymentIntent intent) {
    return intent.getMetadata() != null
        && key.value().equals(intent.getMetadata().get(StripeCharges.KEY));
  }

  /** A request to Stripe for an intent that may not exist. */
  private interface Question {
    Optional<PaymentIntent> ask() throws StripeException;
  }
}
