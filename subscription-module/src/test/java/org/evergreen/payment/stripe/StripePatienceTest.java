package org.evergreen.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evergreen.testing.OfferBuilder.usd;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.evergreen.payment.Charge;
import org.evergreen.payment.ChargeId;
import org.evergreen.payment.ChargePurpose;
import org.evergreen.payment.ChargeResult;
import org.evergreen.payment.ChargeSettlement;
import org.evergreen.payment.ChargeState;
import org.evergreen.payment.Charges;
import org.evergreen.payment.Disputes;
import org.evergreen.payment.GatewayCalls;
import org.evergreen.payment.GatewayUnavailableException;
import org.evergreen.payment.NewCharge;
import org.evergreen.payment.Pause;
import org.evergreen.payment.PaymentMethod;
import org.evergreen.payment.PaymentMethods;
import org.evergreen.payment.Refunds;
import org.evergreen.payment.stripe.wire.Fault;
import org.evergreen.payment.stripe.wire.Operation;
import org.evergreen.payment.stripe.wire.StripeDouble;
import org.evergreen.payment.stripe.wire.TestMethod;
import org.evergreen.storefront.CustomerId;
import org.evergreen.testing.StepClock;
import org.evergreen.testing.TestShop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How a run of charges keeps to what Stripe takes. */
class StripePatienceTest {

  private static final String NOW = "2026-01-31T16:00:00Z";
  private static final StripeDouble STRIPE = StripeDouble.start(StepClock.at(NOW));
  private static final List<Duration> PAUSES = Collections.synchronizedList(new ArrayList<>());
  private static final TestShop SHOP =
      TestShop.in(
          "UTC",
          NOW,
          Map.of(
              "evergreen.stripe.secret-key",
              StripeDouble.SECRET_KEY,
              "evergreen.stripe.base-url",
              STRIPE.url().toString()),
          SteppedPause.class);

  @BeforeEach
  void empty() {
    SHOP.empty();
    STRIPE.empty();
    PAUSES.clear();
  }

  @AfterAll
  static void close() {
    SHOP.close();
    STRIPE.close();
  }

  private static List<Charge> submitted(int count) {
    CustomerId ada = SHOP.storefront().customer("ada");
    PaymentMethod card =
        SHOP.get(PaymentMethods.class).store(ada, STRIPE.account().looseMethod(TestMethod.VISA));
    List<NewCharge> wanted = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      wanted.add(
          new NewCharge(
              "renewal-" + i, ChargePurpose.RENEWAL, 1, ada, card, usd("9.90"), "Renewal"));
    }
    List<Charge> opened = SHOP.get(Charges.class).open(wanted);
    SHOP.get(Charges.class).submit(opened.stream().map(Charge::id).toList());
    return opened;
  }

  private static List<ChargeState> settled(List<ChargeResult> results) {
    SHOP.get(ChargeSettlement.class).settle(results);
    return results.stream().map(ChargeResult::charge).map(StripePatienceTest::state).toList();
  }

  private static ChargeState state(ChargeId charge) {
    return SHOP.get(Charges.class).find(charge).orElseThrow().state();
  }

  private static Duration waited() {
    return PAUSES.stream().reduce(Duration.ZERO, Duration::plus);
  }

  @Test
  void chargesGoAsFastAsStripeTakesThem() {
    List<ChargeResult> results = SHOP.get(GatewayCalls.class).charge(submitted(55));

    assertThat(settled(results)).containsOnly(ChargeState.SUCCEEDED);
    assertThat(waited()).isBetween(Duration.ofMillis(1900), Duration.ofMillis(2000));
  }

  @Test
  void tooManyRequestsAreAskedAgainUnderTheirKeysAndNeverADecline() {
    STRIPE.faults().next(Operation.CREATE_INTENT, Fault.TOO_MANY, Fault.TOO_MANY, Fault.TOO_MANY);

    List<ChargeResult> results = SHOP.get(GatewayCalls.class).charge(submitted(5));

    assertThat(settled(results)).containsOnly(ChargeState.SUCCEEDED);
    assertThat(STRIPE.account().intents()).hasSize(5);
    assertThat(waited()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void stripeThatKeepsAskingForPatienceLeavesTheChargeToRecovery() {
    Fault[] endless = new Fault[5];
    Arrays.fill(endless, Fault.TOO_MANY);
    STRIPE.faults().next(Operation.CREATE_INTENT, endless);

    List<ChargeResult> results = SHOP.get(GatewayCalls.class).charge(submitted(1));

    assertThat(settled(results)).containsExactly(ChargeState.SUBMITTED);
    assertThat(STRIPE.account().intents()).isEmpty();
  }

  @Test
  void readingDisputesAndRefundsKeepsToTheSameLimit() {
    Disputes disputes = SHOP.get(Disputes.class);
    Refunds refunds = SHOP.get(Refunds.class);
    for (int i = 0; i < 50; i++) {
      assertThat(disputes.refresh("stripe", "dp_" + i)).isEmpty();
      assertThat(refunds.adopt("stripe", "re_" + i)).isEmpty();
    }

    // 15 at once, then 75 per second.
    assertThat(waited()).isBetween(Duration.ofMillis(1100), Duration.ofMillis(1200));
  }

  @Test
  void chargesDoNotWaitForOtherRequests() {
    List<Charge> charges = submitted(5);
    for (int i = 0; i < 40; i++) {
      SHOP.get(Disputes.class).refresh("stripe", "dp_" + i);
    }
    PAUSES.clear();

    assertThat(settled(SHOP.get(GatewayCalls.class).charge(charges)))
        .containsOnly(ChargeState.SUCCEEDED);
    assertThat(waited()).isZero();
  }

  @Test
  void whatIsAskedAfterACallForPatienceComesLater() {
    STRIPE.faults().next(Operation.RETRIEVE_DISPUTE, Fault.TOO_MANY);
    Disputes disputes = SHOP.get(Disputes.class);

    assertThatThrownBy(() -> disputes.refresh("stripe", "dp_1"))
        .isInstanceOf(GatewayUnavailableException.class);
    assertThat(disputes.refresh("stripe", "dp_1")).isEmpty();
    assertThat(waited()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  /** Steps the shop's clock instead of sleeping. */
  @Configuration(proxyBeanMethods = false)
  static class SteppedPause {

    @Bean
    Pause pause(Clock clock) {
      return time -> {
        PAUSES.add(time);
        ((StepClock) clock).advance(time);
      };
    }
  }
}
