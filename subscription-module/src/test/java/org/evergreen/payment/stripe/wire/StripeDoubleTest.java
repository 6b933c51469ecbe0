package org.evergreen.payment.stripe.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import java.util.List;
import java.util.function.Consumer;
import org.evergreen.testing.StepClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The double is as strict as Stripe, so that a test over it proves something. */
class StripeDoubleTest {

  private static final StripeDouble STRIPE =
      StripeDouble.start(StepClock.at("2026-01-31T16:00:00Z"));

  private String customer;
  private String method;

  @BeforeEach
  void empty() {
    STRIPE.empty();
    String[] token = STRIPE.account().customerWith(TestMethod.VISA).split(":");
    customer = token[0];
    method = token[1];
  }

  @AfterAll
  static void close() {
    STRIPE.close();
  }

  private static StripeClient client(String key) {
    return StripeClient.builder().setApiKey(key).setApiBase(STRIPE.url().toString()).build();
  }

  private static StripeClient client() {
    return client(StripeDouble.SECRET_KEY);
  }

  private PaymentIntent charge(String key, Consumer<PaymentIntentCreateParams.Builder> more)
      throws StripeException {
    PaymentIntentCreateParams.Builder params =
        PaymentIntentCreateParams.builder()
            .setAmount(990L)
            .setCurrency("usd")
            .setCustomer(customer)
            .setPaymentMethod(method)
            .setConfirm(true)
            .addPaymentMethodType("card");
    more.accept(params);
    RequestOptions options = RequestOptions.builder().setIdempotencyKey(key).build();
    return client().v1().paymentIntents().create(params.build(), options);
  }

  private void refuses(String what, Consumer<PaymentIntentCreateParams.Builder> more) {
    empty();

    assertThatThrownBy(() -> charge("k", more))
        .as(what)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(what);
    assertThat(STRIPE.violations()).as(what).isNotEmpty();
    assertThat(STRIPE.account().intents()).as(what).isEmpty();
  }

  @Test
  void requestThatStripeUnderstandsIsNoViolation() throws StripeException {
    assertThat(charge("k", params -> {}).getStatus()).isEqualTo("succeeded");
    assertThat(STRIPE.violations()).isEmpty();
  }

  @Test
  void parametersThatStripeWouldNotTakeAreViolations() {
    refuses("amuont", params -> params.putExtraParam("amuont", "990"));
    refuses("currency", params -> params.setCurrency("USD"));
    refuses("amount", params -> params.setAmount(0L));
    refuses("amount", params -> params.setAmount(-990L));
    refuses("use_stripe_sdk", params -> params.putExtraParam("use_stripe_sdk", "yes"));
    refuses("metadata", params -> params.putMetadata("note", "x".repeat(501)));
    refuses("customer", params -> params.setCustomer("ada"));
    refuses(
        "setup_future_usage", params -> params.putExtraParam("setup_future_usage", "sometimes"));
  }

  @Test
  void parametersThatDoNotGoTogetherAreViolations() {
    refuses("CREATE_INTENT", params -> params.setConfirm(false).setOffSession(true));
    refuses(
        "CREATE_INTENT",
        params ->
            params
                .setOffSession(true)
                .setSetupFutureUsage(PaymentIntentCreateParams.SetupFutureUsage.OFF_SESSION));
    refuses(
        "CREATE_INTENT",
        params ->
            params.setAutomaticPaymentMethods(
                PaymentIntentCreateParams.AutomaticPaymentMethods.builder()
                    .setEnabled(true)
                    .build()));
  }

  @Test
  void missingParametersAreViolations() {
    RequestOptions options = RequestOptions.builder().setIdempotencyKey("k").build();
    RefundCreateParams nothing = RefundCreateParams.builder().setAmount(1L).build();

    assertThatThrownBy(() -> client().v1().refunds().create(nothing, options))
        .isInstanceOf(InvalidRequestException.class);
    assertThat(STRIPE.violations()).isNotEmpty();
  }

  @Test
  void pathThatStripeDoesNotHaveIsAViolation() {
    assertThatThrownBy(() -> client().v1().coupons().retrieve("x"))
        .isInstanceOf(InvalidRequestException.class);
    assertThat(STRIPE.violations()).containsExactly("Nobody knows GET /v1/coupons/x");
  }

  @Test
  void sameKeyIsAnsweredTheSameUntilItIsForgotten() throws StripeException {
    PaymentIntent first = charge("k", params -> {});
    PaymentIntent second = charge("k", params -> {});

    assertThat(second.getId()).isEqualTo(first.getId());
    assertThat(second.getLastResponse().headers().firstValue("Idempotent-Replayed"))
        .contains("true");
    STRIPE.forgetKeys();
    assertThat(charge("k", params -> {}).getId()).isNotEqualTo(first.getId());
  }

  @Test
  void sameKeyWithOtherParametersIsRefused() throws StripeException {
    charge("k", params -> {});

    assertThatThrownBy(() -> charge("k", params -> params.setAmount(991L)))
        .isInstanceOf(IdempotencyException.class);
    assertThat(STRIPE.account().intents()).hasSize(1);
  }

  @Test
  void wrongKeyOpensNothing() {
    assertThatThrownBy(() -> client("sk_test_other").v1().paymentIntents().retrieve("pi_1"))
        .isInstanceOf(AuthenticationException.class);
  }

  @Test
  void intentThatIsNotConfirmedAtOnceIsConfirmedLater() throws StripeException {
    PaymentIntent waiting = charge("k", params -> params.setConfirm(false));
    RequestOptions options = RequestOptions.builder().setIdempotencyKey("c").build();

    PaymentIntent paid =
        client()
            .v1()
            .paymentIntents()
            .confirm(waiting.getId(), PaymentIntentConfirmParams.builder().build(), options);

    assertThat(waiting.getStatus()).isEqualTo("requires_confirmation");
    assertThat(paid.getStatus()).isEqualTo("succeeded");
    assertThat(STRIPE.violations()).isEmpty();
  }

  @Test
  void eventsTellWhatHappened() throws StripeException {
    charge("k", params -> {});

    List<Event> events = client().v1().events().list().getData();

    assertThat(events)
        .extracting(Event::getType)
        .containsExactly("payment_intent.succeeded", "payment_intent.created");
    assertThat(client().v1().events().retrieve(events.get(0).getId()).getType())
        .isEqualTo("payment_intent.succeeded");
    assertThat(STRIPE.violations()).isEmpty();
  }
}
