package org.evergreen.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What whoever watches the gateways is told. */
class GatewayCallTest {

  private final List<String> told = new ArrayList<>();
  private final GatewayCall call =
      new GatewayCall(
          (gateway, operation, outcome, took) -> {
            assertThat(took).isPositive();
            told.add(gateway + " " + operation + " " + outcome);
          });

  private <R> R ask(String operation, R answer) {
    return call.answer("stripe", operation, () -> answer, failure -> answer);
  }

  @Test
  void everyCallIsToldInPlainWords() {
    ask("charge", new ChargeOutcome.Succeeded("pi_1"));
    ask("charge", new ChargeOutcome.TooManyRequests("slowly"));
    ask("look-up", new LookUp.Found(new ChargeOutcome.ActionRequired("pi_1")));
    ask("look-up", new LookUp.NotFound());
    ask("look-up-refund", new RefundLookUp.Found(new RefundOutcome.Pending("re_1")));

    assertThat(told)
        .containsExactly(
            "stripe charge succeeded",
            "stripe charge too-many-requests",
            "stripe look-up action-required",
            "stripe look-up not-found",
            "stripe look-up-refund pending");
  }

  @Test
  void callThatBreaksIsAnAnswerThatIsNotKnown() {
    ChargeOutcome outcome =
        call.answer(
            "stripe",
            "charge",
            () -> {
              throw new IllegalStateException("broken");
            },
            failure -> new ChargeOutcome.Unknown(failure.getMessage()));

    assertThat(outcome).isEqualTo(new ChargeOutcome.Unknown("broken"));
    assertThat(told).containsExactly("stripe charge unknown");
  }
}
